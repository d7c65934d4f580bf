#include "engine/exec/composite_groups.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "engine/base/assert.h"

// A correlated lambda asks of every record for the members of its group whose keys equal its own. Members are counted once
// by group and keys; a record looks its own keys up. What is kept is one entry for every group and combination of keys that
// occurs, so never more than there are members, and nothing is done twice: neither the answers nor their combinations need
// a bound beyond that.

namespace kijun::exec {
namespace {

constexpr unsigned kKindBits = 3;
constexpr unsigned kKindShift = 32;
constexpr std::size_t kFirstSlots = 64;

bool has_texts(ValueKind kind) { return kind == ValueKind::kString || kind == ValueKind::kDecimal; }

/// What a subject has instead of a value, or `kValue`.
KeyPart::Kind kind_of(const KeyColumn& key, std::size_t i) {
  switch (key.vector->states.get(i)) {
    case cel::State::kFalse:
    case cel::State::kTrue:
      break;
    case cel::State::kUnknown:
      return KeyPart::Kind::kUnknown;
    case cel::State::kError:
      return KeyPart::Kind::kError;
    case cel::State::kNotApplicable:
      return KeyPart::Kind::kNotApplicable;
  }
  return KeyPart::Kind::kValue;
}

/// A value that is no text, as a code.
std::uint64_t code_of(const KeyColumn& key, std::size_t i) {
  switch (key.kind) {
    case ValueKind::kBool:
      return key.vector->states.get(i) == cel::State::kTrue ? 1 : 0;
    case ValueKind::kEnum:
      return key.vector->code_at(i);
    case ValueKind::kDouble:
      return std::bit_cast<std::uint64_t>(key.vector->double_at(i) == 0.0 ? 0.0 : key.vector->double_at(i));
    case ValueKind::kInt:
    case ValueKind::kUint:
    case ValueKind::kDate:
      return key.vector->uint_at(i);
    case ValueKind::kString:
    case ValueKind::kDecimal:
    case ValueKind::kList:
    case ValueKind::kOther:
      break;
  }
  KIJUN_ASSERT(false && "no such values are keys");
  return 0;
}

}  // namespace

CompositeGroups::CompositeGroups(std::size_t num_keys, std::uint32_t num_groups)
    : stride_(num_keys + 1), num_groups_(num_groups), slots_(kFirstSlots) {
  KIJUN_ASSERT(num_keys >= 1 && num_keys <= kMaxKeys);
}

std::array<std::uint64_t, CompositeGroups::kMaxKeys + 1> CompositeGroups::key_of(std::uint32_t group,
                                                                                 const Parts& parts) const {
  std::array<std::uint64_t, kMaxKeys + 1> key{group};
  for (std::size_t i = 0; i + 1 < stride_; ++i) {
    key[0] |= std::uint64_t{static_cast<std::uint8_t>(parts[i].kind)} << (kKindShift + kKindBits * i);
    key[i + 1] = parts[i].code;
  }
  return key;
}

CompositeGroups::Parts CompositeGroups::parts_of(std::uint32_t index) const {
  const std::span<const std::uint64_t> words = entry(index);
  constexpr std::uint64_t kKindMask = (1U << kKindBits) - 1;
  Parts parts;
  for (std::size_t i = 0; i + 1 < stride_; ++i) {
    parts[i].kind = static_cast<KeyPart::Kind>(words[0] >> (kKindShift + kKindBits * i) & kKindMask);
    parts[i].code = words[i + 1];
  }
  return parts;
}

/// Where a key is in the hash table, or would be.
std::size_t CompositeGroups::slot_of(std::span<const std::uint64_t> key) const {
  constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15;
  std::uint64_t hash = 0;
  for (const std::uint64_t word : key) hash = std::rotl((hash ^ word) * kOdd, 29);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t slot = hash & mask;; slot = (slot + 1) & mask)
    if (slots_[slot] == 0 || std::ranges::equal(entry(slots_[slot] - 1), key)) return slot;
}

std::uint32_t CompositeGroups::find(std::uint32_t group, const Parts& parts) const {
  const auto key = key_of(group, parts);
  const std::uint32_t found = slots_[slot_of(std::span(key).first(stride_))];
  return found == 0 ? kNobody : kNobody + num_groups_ + found;
}

std::uint32_t CompositeGroups::add(std::uint32_t group, const Parts& parts) {
  const auto key = key_of(group, parts);
  const std::size_t slot = slot_of(std::span(key).first(stride_));
  if (slots_[slot] != 0) return kNobody + num_groups_ + slots_[slot];
  for (std::size_t i = 0; i + 1 < stride_; ++i)
    kinds_[i] = static_cast<std::uint8_t>(kinds_[i] | 1U << static_cast<unsigned>(parts[i].kind));
  words_.insert(words_.end(), key.begin(), key.begin() + static_cast<std::ptrdiff_t>(stride_));
  slots_[slot] = num_entries();
  const std::uint32_t number = kNobody + num_groups_ + num_entries();
  if (std::size_t{num_entries()} * 2 > slots_.size()) grow();
  return number;
}

void CompositeGroups::grow() {
  slots_.assign(slots_.size() * 2, 0);
  for (std::uint32_t index = 0; index < num_entries(); ++index) slots_[slot_of(entry(index))] = index + 1;
}

std::uint64_t CompositeGroups::intern(std::string_view text) {
  const auto found = text_codes_.find(text);
  if (found != text_codes_.end()) return found->second;
  const auto added = text_codes_.emplace(std::string(text), texts_.size()).first;
  texts_.push_back(added->first);
  return added->second;
}

KeyPart CompositeGroups::intern(const KeyColumn& key, std::size_t i) {
  const KeyPart::Kind kind = kind_of(key, i);
  if (kind != KeyPart::Kind::kValue) return {kind, 0};
  if (key.kind == ValueKind::kString) return {kind, intern(key.vector->text(i))};
  if (key.kind == ValueKind::kDecimal) return {kind, intern(key.vector->decimal_at(i).text())};
  return {kind, code_of(key, i)};
}

std::optional<KeyPart> CompositeGroups::part(const KeyColumn& key, std::size_t i) const {
  const KeyPart::Kind kind = kind_of(key, i);
  if (kind != KeyPart::Kind::kValue) return KeyPart{kind, 0};
  if (key.kind == ValueKind::kDouble && std::isnan(key.vector->double_at(i))) return std::nullopt;
  if (!has_texts(key.kind)) return KeyPart{kind, code_of(key, i)};
  const auto found = key.kind == ValueKind::kString ? text_codes_.find(key.vector->text(i))
                                                    : text_codes_.find(key.vector->decimal_at(i).text());
  return found == text_codes_.end() ? std::nullopt : std::optional(KeyPart{kind, found->second});
}

void CompositeGroups::number(std::span<const KeyColumn> keys, const BatchGroups& groups,
                             std::vector<std::uint32_t>& numbers) {
  for (std::size_t i = 0; i < keys.size(); ++i) of_texts_[i] = has_texts(keys[i].kind);
  numbers.assign(groups.num_words() * StatePlanes::kWordBits, table::kNoGroup);
  Parts parts;
  for (std::size_t word = 0; word < groups.num_words(); ++word) {
    groups.each_membership(word, groups.members(word), [&](std::uint32_t group, std::size_t i) {
      for (std::size_t key = 0; key < keys.size(); ++key) parts[key] = intern(keys[key], i);
      numbers[i] = add(group, parts);
    });
  }
}

std::vector<std::uint32_t> CompositeGroups::merge(const CompositeGroups& other) {
  std::vector<std::uint32_t> numbers;
  for (std::uint32_t number = 0; number <= kNobody + num_groups_; ++number) numbers.push_back(number);
  for (std::size_t i = 0; i < kMaxKeys; ++i) of_texts_[i] = of_texts_[i] || other.of_texts_[i];
  for (std::uint32_t index = 0; index < other.num_entries(); ++index) {
    Parts parts = other.parts_of(index);
    for (std::size_t i = 0; i + 1 < stride_; ++i)
      if (parts[i].kind == KeyPart::Kind::kValue && other.of_texts_[i])
        parts[i].code = intern(other.texts_[parts[i].code]);
    numbers.push_back(add(other.group_of(index), parts));
  }
  return numbers;
}

void CompositeGroups::finish(FoldState& states) {
  const std::uint32_t num_met = num_entries();
  for (std::uint32_t index = 0; index < num_met; ++index) {
    const std::uint32_t number = kNobody + 1 + num_groups_ + index;
    const std::uint32_t group = group_of(index);
    states.add_tally(whole(group), number);
    const Parts met = parts_of(index);
    for (unsigned chosen = 1; chosen < 1U << (stride_ - 1); ++chosen) {
      Parts parts = met;
      bool has_values = true;
      for (std::size_t i = 0; i + 1 < stride_; ++i) {
        if ((chosen >> i & 1U) == 0) continue;
        has_values = has_values && parts[i].kind == KeyPart::Kind::kValue;
        parts[i] = {KeyPart::Kind::kAnyValue, 0};
      }
      if (!has_values) continue;
      const std::uint32_t any = add(group, parts);
      states.grow(size());
      states.add_tally(any, number);
    }
  }
}

}  // namespace kijun::exec
