#include "engine/audit/subject_list.h"

#include "engine/base/assert.h"

namespace kijun::audit {

SubjectList::SubjectList(table::SpaceId space, std::vector<std::uint32_t> indices, std::uint32_t num_subjects)
    : space_(space), size_(indices.size()), num_subjects_(num_subjects) {
  bool in_order = indices.size() == num_subjects;
  for (std::size_t position = 0; position < indices.size() && in_order; ++position)
    in_order = indices[position] == position;
  if (in_order) return;
  members_ = BitPlane(num_subjects);
  for (const std::uint32_t index : indices) {
    KIJUN_ASSERT(index < num_subjects);
    members_.set(index);
  }
  indices_ = std::move(indices);
}

BitPlane::Word SubjectList::word(std::size_t at) const {
  if (!is_whole_space()) return members_.word(at);
  const std::size_t used = num_subjects_ - at * BitPlane::kWordBits;
  return used >= BitPlane::kWordBits ? ~BitPlane::Word{0} : (BitPlane::Word{1} << used) - 1;
}

}  // namespace kijun::audit
