#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/exec/batch_groups.h"
#include "engine/exec/fold_state.h"
#include "engine/exec/text/text_set.h"
#include "engine/exec/vector.h"

namespace kijun::exec {

/// One key of a record: its value, or what it has instead of one. `kAnyValue` stands for every value.
struct KeyPart {
  enum class Kind : std::uint8_t { kValue, kUnknown, kError, kNotApplicable, kAnyValue };
  Kind kind = Kind::kValue;
  std::uint64_t code = 0;  ///< kValue: equal values have equal codes.
};

/// A vector of keys and the kind of its values.
struct KeyColumn {
  const Vector* vector = nullptr;
  ValueKind kind = ValueKind::kBool;
};

/// The composite groups of one correlated fold: the members of every group of a kind, divided by their keys. Numbered as
/// they are met, at most one for each member of a group. Number 0 is the group that nobody is in, and `whole(g)` all
/// members of group `g`; both are only complete, like those of `kAnyValue`, after `finish`.
class CompositeGroups {
 public:
  static constexpr std::size_t kMaxKeys = 3;
  static constexpr std::uint32_t kNobody = 0;
  using Parts = std::array<KeyPart, kMaxKeys>;

  CompositeGroups() = default;
  CompositeGroups(const CompositeGroups&) = delete;  // `texts_` shows into `text_codes_`
  CompositeGroups& operator=(const CompositeGroups&) = delete;
  CompositeGroups(CompositeGroups&&) = default;
  CompositeGroups& operator=(CompositeGroups&&) = default;
  ~CompositeGroups() = default;
  CompositeGroups(std::size_t num_keys, std::uint32_t num_groups);

  /// The number of the composite group of every member at hand, `kNoGroup` for other records.
  void number(std::span<const KeyColumn> keys, const BatchGroups& groups, std::vector<std::uint32_t>& numbers);
  /// How many numbers there are.
  [[nodiscard]] std::uint32_t size() const { return kNobody + 1 + num_groups_ + num_entries(); }
  [[nodiscard]] std::uint32_t whole(std::uint32_t group) const { return kNobody + 1 + group; }
  /// The number of a composite group, `kNobody` when it has no members.
  [[nodiscard]] std::uint32_t find(std::uint32_t group, const Parts& parts) const;
  /// Subject `i` as a key to look for; nothing for a value that no member can have.
  [[nodiscard]] std::optional<KeyPart> part(const KeyColumn& key, std::size_t i) const;
  /// True when some member has a key of this kind in this place.
  [[nodiscard]] bool has(std::size_t key, KeyPart::Kind kind) const {
    return (unsigned{kinds_[key]} >> static_cast<unsigned>(kind) & 1U) != 0;
  }

  /// Takes in the groups of other rows: by their number the number here.
  [[nodiscard]] std::vector<std::uint32_t> merge(const CompositeGroups& other);
  /// After the last row: adds up the tallies in `states` for whole groups and for any value.
  void finish(FoldState& states);

 private:
  [[nodiscard]] std::uint32_t num_entries() const {
    return stride_ == 0 ? 0 : static_cast<std::uint32_t>(words_.size() / stride_);
  }
  [[nodiscard]] std::span<const std::uint64_t> entry(std::uint32_t index) const {
    return std::span(words_).subspan(std::size_t{index} * stride_, stride_);
  }
  [[nodiscard]] std::size_t slot_of(std::span<const std::uint64_t> key) const;
  [[nodiscard]] std::array<std::uint64_t, kMaxKeys + 1> key_of(std::uint32_t group, const Parts& parts) const;
  [[nodiscard]] std::uint32_t group_of(std::uint32_t index) const {
    return static_cast<std::uint32_t>(entry(index).front());
  }
  [[nodiscard]] Parts parts_of(std::uint32_t index) const;
  std::uint32_t add(std::uint32_t group, const Parts& parts);
  void grow();
  KeyPart intern(const KeyColumn& key, std::size_t i);
  std::uint64_t intern(std::string_view text);

  // An entry is one word for group and kinds of keys and one for each code.
  std::size_t stride_ = 0;
  std::uint32_t num_groups_ = 0;
  std::vector<std::uint64_t> words_;
  std::vector<std::uint32_t> slots_;  ///< A hash table of entries: 1 + index, 0 for none; a power of two in size.
  std::array<std::uint8_t, kMaxKeys> kinds_{};
  std::array<bool, kMaxKeys> of_texts_{};  ///< Codes are positions in `texts_`.
  std::unordered_map<std::string, std::uint64_t, TextHash, std::equal_to<>> text_codes_;
  std::vector<std::string_view> texts_;  ///< By code, in `text_codes_`.
};

}  // namespace kijun::exec
