#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace kijun::reports {

/// Numbers distinct JSON texts in the order they first occur, so that what many results share is written once.
class NumberedTexts {
 public:
  /// The number of a text, from 0.
  [[nodiscard]] std::size_t number(const std::string& json) {
    const auto [entry, is_new] = numbers_.try_emplace(json, texts_.size());
    if (is_new) {
      texts_.push_back(&entry->first);
      num_bytes_ += json.size();
    }
    return entry->second;
  }
  /// All of them by number, as a JSON array.
  [[nodiscard]] std::string array() const {
    std::string all = "[";
    for (const std::string* text : texts_) all += (all.size() == 1 ? "" : ",") + *text;
    return all + "]";
  }
  [[nodiscard]] std::size_t num_bytes() const { return num_bytes_; }

 private:
  std::map<std::string, std::size_t> numbers_;
  std::vector<const std::string*> texts_;
  std::size_t num_bytes_ = 0;
};

}  // namespace kijun::reports
