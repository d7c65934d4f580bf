#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/base/date.h"
#include "engine/base/language.h"
#include "engine/diag/source.h"
#include "engine/survey/municipality_kind.h"
#include "engine/survey/tile.h"

namespace kijun::survey {

/// Position of a record in its register.
using RegisterIndex = std::uint32_t;

/// One local government as the register lists it.
struct Municipality {
  std::string code;  ///< Six digits, check digit verified.
  std::string name;
  std::string kana;
  std::string name_en;
  std::vector<std::string> variants;
  const MunicipalityKind* kind = nullptr;
  std::string zone;        ///< Zone id; empty for none.
  std::string county;      ///< 足柄上郡; empty outside counties.
  std::int64_t order = 0;  ///< 建制順.
  std::optional<Date> valid_from;
  std::optional<Date> valid_to;         ///< Last day.
  std::vector<std::string> successors;  ///< Codes.
  std::optional<Tile> tile;             ///< Nothing where the register draws no map.
  diag::Span span;                      ///< Of the code in municipalities.csv.

  [[nodiscard]] bool is_municipality() const { return kind->is_municipality; }
  [[nodiscard]] bool valid_on(Date date) const {
    return (!valid_from || *valid_from <= date) && (!valid_to || date <= *valid_to);
  }
};

/// A zone of the prefecture's plan.
struct Zone {
  std::string id;
  LocalizedText name;
  std::int64_t order = 0;
  diag::Span span;
};

/// How a name led to records.
enum class NameMatchKind {
  kNone,       ///< Nobody has this name.
  kExact,      ///< As the register writes it, up to white space and width.
  kAlias,      ///< Through a variant, kana, English, with the county or prefecture before it, or without its suffix.
  kAmbiguous,  ///< Several records.
};

/// Records a name may mean.
struct NameMatch {
  NameMatchKind kind = NameMatchKind::kNone;
  std::vector<RegisterIndex> candidates;  ///< One for kExact and kAlias.
};

/// What register.toml says about the whole.
struct RegisterHead {
  std::string id;
  LocalizedText title;
  std::string prefecture;  ///< Code of the prefecture; empty for a register without one.
  LocalizedText zone_term;
};

/// The local governments of a prefecture with their zones. Immutable once loaded.
class Register {
 public:
  Register(RegisterHead head, std::vector<Municipality> municipalities, std::vector<Zone> zones);

  [[nodiscard]] const RegisterHead& head() const { return head_; }
  /// In the order of the file.
  [[nodiscard]] const std::vector<Municipality>& municipalities() const { return municipalities_; }
  [[nodiscard]] const Municipality& at(RegisterIndex index) const { return municipalities_[index]; }
  /// In the plan's order.
  [[nodiscard]] const std::vector<Zone>& zones() const { return zones_; }
  /// Position of a zone id, or nothing.
  [[nodiscard]] std::optional<std::uint32_t> find_zone(std::string_view id) const;
  /// The prefecture's own record, or null.
  [[nodiscard]] const Municipality* prefecture() const;

  /// The record of a code of five or six digits (full-width digits accepted), or nothing.
  [[nodiscard]] std::optional<RegisterIndex> find_by_code(std::string_view code) const;
  /// Records a name may mean: exact, variants, kana, English, county or prefecture before it, suffix left out. With
  /// `on`, records not valid that day give way to one that is.
  [[nodiscard]] NameMatch find_by_name(std::string_view name, std::optional<Date> on = {}) const;
  /// The nearest name to a misspelt one, or nothing.
  [[nodiscard]] std::optional<std::string> suggest_name(std::string_view name) const;
  /// Records whose successors include `code`, in order of the file.
  [[nodiscard]] std::vector<RegisterIndex> predecessors(std::string_view code) const;

 private:
  struct TransparentHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  using Index = std::unordered_map<std::string, std::vector<RegisterIndex>, TransparentHash, std::equal_to<>>;

  void add_names(RegisterIndex index);
  static void add_key(Index& keys, std::string key, RegisterIndex index);

  RegisterHead head_;
  std::vector<Municipality> municipalities_;
  std::vector<Zone> zones_;
  Index by_code_;
  Index by_name_;       ///< `exact_key` of official names.
  Index by_alias_;      ///< `alias_key` of names, variants, kana, English, and county or prefecture before the name.
  Index by_stem_;       ///< `alias_key` of names, kana and English without their suffix.
  Index by_successor_;  ///< Code → predecessors.
};

}  // namespace kijun::survey
