#include "engine/audit/readership/readership.h"

#include <algorithm>

namespace kijun::audit {
namespace {

struct ContentEntry {
  Content content;
  std::string_view id;
  /// By `Readership`.
  std::array<bool, kAllReaderships.size()> seen;
};

/// A line for each content, in the order of the enumeration: internal, council, municipality, public.
constexpr std::array<ContentEntry, kAllContents.size()> kContents{{
    {Content::kOtherRecords, "other_records", {true, true, false, true}},
    {Content::kUnpublished, "unpublished", {true, false, true, false}},
    {Content::kSmallNumbers, "small_numbers", {true, false, true, false}},
    {Content::kFreeReasons, "free_reasons", {true, true, true, false}},
    {Content::kPeople, "people", {true, false, false, false}},
    {Content::kRemarks, "remarks", {true, false, false, false}},
    {Content::kBaseline, "baseline", {true, false, false, false}},
    {Content::kAnswerHashes, "answer_hashes", {true, false, false, false}},
    {Content::kNotifications, "notifications", {true, false, false, false}},
}};

constexpr std::array<std::string_view, kAllReaderships.size()> kIdOf{"internal", "council", "municipality", "public"};

}  // namespace

std::string_view readership_id(Readership readership) { return kIdOf[static_cast<std::size_t>(readership)]; }

std::optional<Readership> parse_readership(std::string_view id) {
  const auto* found = std::find(kIdOf.begin(), kIdOf.end(), id);
  if (found == kIdOf.end()) return std::nullopt;
  return static_cast<Readership>(found - kIdOf.begin());
}

std::string_view content_id(Content content) { return kContents[static_cast<std::size_t>(content)].id; }

bool sees(Readership readership, Content content) {
  return kContents[static_cast<std::size_t>(content)].seen[static_cast<std::size_t>(readership)];
}

}  // namespace kijun::audit
