/// Cells are kept by field as ascending indexes of subjects: groups list their members in ascending order, so nearly all
/// are appended, four bytes each. The few that one record adds to what its group has read are looked up there and never
/// copied beside it.
#include "engine/cel/cell_list.h"

#include <algorithm>

#include "engine/base/assert.h"

namespace kijun::cel {
namespace {

bool same_field(const CellRef& a, const CellRef& b) {
  return a.record.survey == b.record.survey && a.record.subject.space == b.record.subject.space &&
         a.is_attribute == b.is_attribute && a.index == b.index;
}

}  // namespace

CellRef CellList::Subjects::cell_of(std::uint32_t subject) const {
  CellRef cell = field;
  cell.record.subject.index = subject;
  return cell;
}

const CellList::Subjects* CellList::find_own(const CellRef& field) const {
  const auto found =
      std::find_if(own_.begin(), own_.end(), [&](const Subjects& each) { return same_field(each.field, field); });
  return found == own_.end() ? nullptr : &*found;
}

CellList::Subjects& CellList::own(const CellRef& field) {
  const auto found =
      std::find_if(own_.begin(), own_.end(), [&](const Subjects& each) { return same_field(each.field, field); });
  return found == own_.end() ? own_.emplace_back(Subjects{field, {}}) : *found;
}

bool CellList::contains(const CellRef& cell) const {
  const Subjects* const subjects = find_own(cell);
  if (subjects != nullptr &&
      std::binary_search(subjects->indexes.begin(), subjects->indexes.end(), cell.record.subject.index))
    return true;
  return std::any_of(shared_.begin(), shared_.end(), [&](const auto& list) { return list->contains(cell); });
}

void CellList::add(const CellRef& cell) {
  if (std::any_of(shared_.begin(), shared_.end(), [&](const auto& list) { return list->contains(cell); })) return;
  std::vector<std::uint32_t>& indexes = own(cell).indexes;
  const std::uint32_t index = cell.record.subject.index;
  const auto place = indexes.empty() || indexes.back() < index
                         ? indexes.end()
                         : std::lower_bound(indexes.begin(), indexes.end(), index);
  if (place != indexes.end() && *place == index) return;
  indexes.insert(place, index);
  ++size_;
  if (first_.size() < max_first_) first_.push_back(cell);
}

void CellList::add(const std::shared_ptr<const CellList>& cells) {
  KIJUN_ASSERT(cells->shared_.empty());
  KIJUN_ASSERT(max_first_ <= cells->max_first_ || cells->first_.size() == cells->size_);
  if (std::find(shared_.begin(), shared_.end(), cells) != shared_.end()) return;
  for (const CellRef& cell : cells->first_) {
    if (first_.size() >= max_first_) break;
    if (!contains(cell)) first_.push_back(cell);
  }
  for (const Subjects& subjects : cells->own_) size_ += count_new(subjects);
  shared_.push_back(cells);
}

/// How many of the cells this list does not have yet.
std::size_t CellList::count_new(const Subjects& subjects) const {
  std::vector<const std::vector<std::uint32_t>*> known;
  const auto add_known = [&](const Subjects* same) {
    if (same != nullptr) known.push_back(&same->indexes);
  };
  add_known(find_own(subjects.field));
  for (const auto& list : shared_) add_known(list->find_own(subjects.field));
  if (known.empty()) return subjects.indexes.size();
  // A record's own few cells are looked up among the many; other long lists are gone through side by side.
  if (known.size() == 1 && known.front()->size() < subjects.indexes.size() / 16)
    return subjects.indexes.size() -
           static_cast<std::size_t>(std::count_if(known.front()->begin(), known.front()->end(), [&](auto index) {
             return std::binary_search(subjects.indexes.begin(), subjects.indexes.end(), index);
           }));
  std::vector<std::size_t> at(known.size(), 0);
  std::size_t num_new = 0;
  for (const std::uint32_t index : subjects.indexes) {
    bool is_known = false;
    for (std::size_t i = 0; i < known.size(); ++i) {
      while (at[i] < known[i]->size() && (*known[i])[at[i]] < index) ++at[i];
      is_known = is_known || (at[i] < known[i]->size() && (*known[i])[at[i]] == index);
    }
    num_new += is_known ? 0U : 1U;
  }
  return num_new;
}

std::shared_ptr<const CellList> CellList::share(CellList list) {
  for (const auto& other : list.shared_) {
    for (const Subjects& subjects : other->own_) {
      std::vector<std::uint32_t>& indexes = list.own(subjects.field).indexes;
      std::vector<std::uint32_t> merged;
      std::set_union(indexes.begin(), indexes.end(), subjects.indexes.begin(), subjects.indexes.end(),
                     std::back_inserter(merged));
      indexes = std::move(merged);
    }
  }
  list.shared_.clear();
  return std::make_shared<const CellList>(std::move(list));
}

}  // namespace kijun::cel
