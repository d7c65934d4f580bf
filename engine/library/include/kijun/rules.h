#pragma once

#include <memory>
#include <string>
#include <vector>

#include <kijun/result.h>

namespace kijun::api {

/// An edition of a rule pack: the rules of some fiscal years.
struct Edition {
  std::string id;
  Text title;
  int from_year = 0;  ///< Fiscal years, both inclusive.
  int to_year = 0;
};

/// A rule pack: the vocabulary of fields and the editions written against it. Cheap to copy: copies share one pack, which
/// never changes and may be used by many threads at a time.
class Rules {
 public:
  /// Reads the pack in a folder. `pack_folders` are looked at, in this order, for the packs that it extends
  /// (`pack:ID@MAJOR`).
  [[nodiscard]] static Result<Rules> load(const std::string& folder, const std::vector<std::string>& pack_folders = {});

  [[nodiscard]] const std::string& id() const;
  [[nodiscard]] const std::string& version() const;
  [[nodiscard]] Text title() const;
  [[nodiscard]] std::vector<Edition> editions() const;
  /// Warnings and notices about its files.
  [[nodiscard]] const std::vector<Diagnostic>& diagnostics() const;

  /// What is behind it; of no use outside the library.
  struct State;
  /// For the library itself.
  explicit Rules(std::shared_ptr<const State> state) : state_(std::move(state)) {}
  [[nodiscard]] const std::shared_ptr<const State>& state() const { return state_; }

 private:
  std::shared_ptr<const State> state_;
};

}  // namespace kijun::api
