#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "engine/base/language.h"

namespace kijun::audit {

/// Whom the outputs of a run are for (`--audience`), which decides what they hold and not only what they show. (An
/// `Audience` is whom a rule is asked of.)
enum class Readership : std::uint8_t {
  kInternal,      ///< The prefecture's own office: everything.
  kCouncil,       ///< The papers of the council.
  kMunicipality,  ///< One municipality (or other record), which sees what it answered itself.
  kPublic,        ///< Anybody.
};
inline constexpr std::array kAllReaderships{Readership::kInternal, Readership::kCouncil, Readership::kMunicipality,
                                            Readership::kPublic};

/// "internal", "council", "municipality", "public".
[[nodiscard]] std::string_view readership_id(Readership readership);

/// The readership of an id; nothing where none has it.
[[nodiscard]] std::optional<Readership> parse_readership(std::string_view id);

/// What outputs for a readership say about.
enum class Content : std::uint8_t {
  kOtherRecords,   ///< Answers of more than one record, groups, indicators, and rules asked of groups.
  kUnpublished,    ///< Fields with `publish = "never"`.
  kSmallNumbers,   ///< Numbers below `suppress_below`, and sums that they could be calculated from.
  kFreeReasons,    ///< The reasons people gave for decisions.
  kPeople,         ///< Who decided, confirmed and approved.
  kRemarks,        ///< Decisions of kind `remark`.
  kBaseline,       ///< How findings stand to a baseline.
  kAnswerHashes,   ///< Hashes of single cells and decisions, from which a guess could be confirmed.
  kNotifications,  ///< The text of diagnostics, which quote lines of the files.
};
inline constexpr std::array kAllContents{Content::kOtherRecords, Content::kUnpublished,  Content::kSmallNumbers,
                                         Content::kFreeReasons,  Content::kPeople,       Content::kRemarks,
                                         Content::kBaseline,     Content::kAnswerHashes, Content::kNotifications};

/// "other_records", "unpublished" … as docs/audiences.en.md lists them.
[[nodiscard]] std::string_view content_id(Content content);

/// The one table of who sees what.
[[nodiscard]] bool sees(Readership readership, Content content);

/// What outputs for a readership leave out, in numbers: silence has to be countable.
struct LeftOut {
  std::size_t num_cells = 0;      ///< Answers withheld whole.
  std::size_t num_small = 0;      ///< Numbers shown as "below n", and the sums beside them that are withheld.
  std::size_t num_decisions = 0;  ///< Remarks, and decisions about answers that are withheld or of others.
  std::size_t num_rules = 0;      ///< Rules whose results are about others, or would give a withheld answer away.

  bool operator==(const LeftOut&) const = default;
};

/// The readers of a run's outputs.
struct Readers {
  Readership who = Readership::kInternal;
  LocalizedText name;  ///< Of the record that they are for, where they are for one.
  LeftOut left_out;    ///< What they do not get.
};

}  // namespace kijun::audit
