/// Three tiers are listed one after the other: findings that gate, other findings, everything else. The first two share
/// one allowance. From a tier of n results of which k are listed, number ⌊(2i+1)·n / 2k⌋ is taken for i = 0 … k−1: the
/// middles of k equal stretches. A column over the whole space in its own order is sampled by words, so that the cost
/// does not depend on how many results there are beyond counting bits.
#include "engine/audit/listing.h"

#include <algorithm>

#include "engine/audit/gate.h"

namespace kijun::audit {
namespace {

using Word = BitPlane::Word;

struct Tier {
  std::vector<const ResultClass*> classes;
  std::size_t count = 0;

  void add(const ResultClass& each) {
    classes.push_back(&each);
    count += each.count;
  }
};

/// Position of the bit number `rank` of a word that has more bits than that.
std::size_t nth_bit(Word bits, std::size_t rank) {
  for (; rank != 0; --rank) bits &= bits - 1;
  return static_cast<std::size_t>(std::countr_zero(bits));
}

/// Takes `wanted` of the results of a tier.
class Sampler {
 public:
  Sampler(const RuleColumn& column, const Tier& tier, std::size_t wanted)
      : column_(column), tier_(tier), wanted_(wanted) {}

  void take(std::vector<std::uint32_t>& out) {
    if (wanted_ == 0) return;
    column_.subjects().is_whole_space() ? take_by_words(out) : take_by_positions(out);
  }

 private:
  [[nodiscard]] Word word(std::size_t at) const {
    Word bits = 0;
    for (const ResultClass* each : tier_.classes) bits |= column_.word(*each, at);
    return bits;
  }
  [[nodiscard]] bool done() const { return taken_ == wanted_; }
  [[nodiscard]] std::size_t next_rank() const { return (2 * taken_ + 1) * tier_.count / (2 * wanted_); }

  void take_by_words(std::vector<std::uint32_t>& out) {
    std::size_t passed = 0;
    for (std::size_t at = 0; !done(); ++at) {
      const Word bits = word(at);
      const auto here = static_cast<std::size_t>(std::popcount(bits));
      for (; !done() && next_rank() < passed + here; ++taken_)
        out.push_back(static_cast<std::uint32_t>(at * BitPlane::kWordBits + nth_bit(bits, next_rank() - passed)));
      passed += here;
    }
  }

  void take_by_positions(std::vector<std::uint32_t>& out) {
    const SubjectList& subjects = column_.subjects();
    BitPlane members(subjects.num_subjects());
    for (std::size_t at = 0; at < subjects.num_words(); ++at) members.add(at, word(at));
    std::size_t rank = 0;
    for (std::size_t position = 0; !done(); ++position) {
      if (!members.get(subjects.index(position)) || rank++ != next_rank()) continue;
      out.push_back(static_cast<std::uint32_t>(position));
      ++taken_;
    }
  }

  const RuleColumn& column_;
  const Tier& tier_;
  std::size_t wanted_;
  std::size_t taken_ = 0;
};

}  // namespace

std::vector<std::uint32_t> choose_listed(const RuleColumn& column, const GateOptions& gate, std::size_t max) {
  Tier gating;
  Tier other_findings;
  Tier rest;
  for (const ResultClass& each : column.classes()) {
    if (!is_finding(each.code.decision.outcome))
      rest.add(each);
    else
      (gate_of(column, each.code, gate).blocks ? gating : other_findings).add(each);
  }
  const std::size_t num_gating = std::min(gating.count, max);
  std::vector<std::uint32_t> listed;
  // Each tier is taken in order of positions.
  const auto add = [&](const Tier& tier, std::size_t wanted) {
    const auto num_before = static_cast<std::ptrdiff_t>(listed.size());
    Sampler(column, tier, wanted).take(listed);
    std::inplace_merge(listed.begin(), listed.begin() + num_before, listed.end());
  };
  add(gating, num_gating);
  add(other_findings, std::min(other_findings.count, max - num_gating));
  add(rest, std::min(rest.count, max));
  return listed;
}

}  // namespace kijun::audit
