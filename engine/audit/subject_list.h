#pragma once

#include <cstdint>
#include <vector>

#include "engine/audit/bit_plane.h"
#include "engine/table/subject.h"

namespace kijun::audit {

/// Subjects of one space in the order of reports. A list of the whole space in its own order (every row of a survey
/// whose file is in order) keeps no indices, so a million records cost nothing.
class SubjectList {
 public:
  /// A place in the list.
  class Iterator {
   public:
    Iterator(const SubjectList* list, std::size_t position) : list_(list), position_(position) {}
    table::SubjectRef operator*() const { return (*list_)[position_]; }
    Iterator& operator++() {
      ++position_;
      return *this;
    }
    bool operator!=(const Iterator& other) const { return position_ != other.position_; }

   private:
    const SubjectList* list_;
    std::size_t position_;
  };

  SubjectList() = default;
  /// The whole space, in order.
  SubjectList(table::SpaceId space, std::uint32_t num_subjects)
      : space_(space), size_(num_subjects), num_subjects_(num_subjects) {}
  /// `indices` are distinct and below `num_subjects`, the size of the space.
  SubjectList(table::SpaceId space, std::vector<std::uint32_t> indices, std::uint32_t num_subjects);

  [[nodiscard]] table::SpaceId space() const { return space_; }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  /// True when position and index are the same.
  [[nodiscard]] bool is_whole_space() const { return indices_.empty() && size_ == num_subjects_; }
  /// Index within the space of the subject at a position.
  [[nodiscard]] std::uint32_t index(std::size_t position) const {
    return indices_.empty() ? static_cast<std::uint32_t>(position) : indices_[position];
  }
  [[nodiscard]] table::SubjectRef operator[](std::size_t position) const { return {space_, index(position)}; }
  /// The subjects in order, for a range-based `for`.
  [[nodiscard]] Iterator begin() const { return {this, 0}; }
  [[nodiscard]] Iterator end() const { return {this, size_}; }

  /// Number of subjects of the space, in the list or not.
  [[nodiscard]] std::uint32_t num_subjects() const { return num_subjects_; }
  [[nodiscard]] std::size_t num_words() const {
    return (num_subjects_ + BitPlane::kWordBits - 1) / BitPlane::kWordBits;
  }
  /// One word of the space: which of its subjects are in the list.
  [[nodiscard]] BitPlane::Word word(std::size_t at) const;

 private:
  table::SpaceId space_ = table::kRecordSpace;
  std::size_t size_ = 0;
  std::uint32_t num_subjects_ = 0;
  std::vector<std::uint32_t> indices_;  ///< Empty for the whole space in order.
  BitPlane members_;                    ///< Beside `indices_`.
};

}  // namespace kijun::audit
