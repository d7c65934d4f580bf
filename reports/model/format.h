#pragma once

#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "engine/audit/result_model.h"
#include "engine/base/date.h"
#include "engine/base/language.h"
#include "engine/policy/severity.h"
#include "reports/model/years_before.h"

namespace kijun::reports {

/// Which results a listing format carries.
enum class ResultsShown : std::uint8_t {
  kAll,       ///< Every outcome.
  kFindings,  ///< Passes and what does not apply left out; their counts stay.
};

/// What one entry of a format for CI stands for.
enum class EntryUnit : std::uint8_t {
  kAuto,          ///< As fine as the format's limit allows.
  kCell,          ///< One rule and one subject.
  kMunicipality,  ///< Everything found about one subject.
  kRule,          ///< Everything a rule found.
};

/// A folder and what it is called in outputs.
struct NamedFolder {
  std::string folder;
  std::string name;
};

/// Where the inputs lie, for formats whose readers look for files in a repository. Folders are absolute and folded.
struct SourceFolders {
  /// The survey's folder below the root that paths in such formats are relative to; empty where it is not below one.
  std::string location;
  std::string working;             ///< What paths of sources are relative to.
  std::string survey;              ///< What `audit::Place::file` is relative to; empty: paths stay as they are.
  audit::Place manifest;           ///< Where results stand that have no place of their own; `file` as above.
  std::vector<NamedFolder> packs;  ///< Those that are not found below the root.
  bool has_known_root = false;     ///< The root is no accident of where the run was started.
};

/// A mistake or oddity that a run met, as formats for CI pass it on.
struct Notification {
  std::string code;  ///< "KJ4201"; empty for what has none.
  policy::Severity level = policy::Severity::kError;
  LocalizedText message;
  LocalizedText hint;
  audit::Place at;  ///< `file` as the source was opened; line 0 for none.
};

/// What the formats for CI are told beside the result.
struct CiOptions {
  SourceFolders folders;
  std::vector<Notification> notifications;  ///< In the order they were met.
  EntryUnit sarif_group = EntryUnit::kAuto;
  EntryUnit junit_unit = EntryUnit::kAuto;
  bool junit_for_gitlab = false;        ///< Adds what GitLab reads and the schemas of JUnit do not know.
  std::size_t summary_bytes_taken = 0;  ///< What stands already in the step summary.
};

/// What the terminal at hand can show; files get the default.
struct TerminalStyle {
  bool color = false;
  std::size_t ambiguous_width = 1;  ///< Columns of ○ △ ×: 1 or 2.
};

/// What the format `text` puts findings together by.
enum class TextOrder : std::uint8_t { kRule, kSubject };

/// Which findings the format `text` shows in the files: the answer's cell and the rule's condition.
enum class TextFrames : std::uint8_t {
  kNone,
  kFirst,  ///< The first that gates of each rule or subject.
  kAll,    ///< Every failing or undecided one.
};

/// What a reader chooses about the format `text`.
struct TextOptions {
  TextOrder order = TextOrder::kRule;
  TextFrames frames = TextFrames::kFirst;
  TerminalStyle style;
};

/// What a reader chooses about a report, and what stands beside its result. Nothing else but the result model goes into its
/// bytes.
struct ReportOptions {
  Language language = Language::kJapanese;  ///< Formats that carry both languages start in this one.
  ResultsShown results = ResultsShown::kAll;
  std::optional<Date> created;  ///< 作成日, printed only when given: there is no clock.
  CiOptions ci;
  TextOptions text;
  const YearsBefore* earlier = nullptr;  ///< For formats that show it; null: it was not looked for.
};

/// Writes a whole report, text as UTF-8 with LF line ends. A pure function of its arguments; the caller checks the stream.
using WriteReport = void (*)(const audit::ResultModel& model, const ReportOptions& options, std::ostream& out);

/// Why a format does not write a result, and what to use in its place.
struct Refusal {
  LocalizedText reason;
  LocalizedText instead;
};

/// Says before anything is written whether a format refuses a result.
using RefuseReport = std::optional<Refusal> (*)(const audit::ResultModel& model, const ReportOptions& options);

/// Writes the whole report of a run that came to no result: valid, and with `CiOptions::notifications` saying why.
using WriteFailure = void (*)(const ReportOptions& options, std::ostream& out);

/// What a person should know of a report that a program will read: that entries stand for several results, or that some
/// are only counted. Sentences.
using DescribeReport = std::vector<LocalizedText> (*)(const audit::ResultModel& model, const ReportOptions& options);

/// One output format. Each folder of `reports/` declares its own (`html/html_report.h`: `kHtmlFormat`); the command
/// line gathers them, since formats never include each other.
struct Format {
  std::string_view name;  ///< As `--out NAME=PATH` takes it.
  WriteReport write;
  RefuseReport refuse = nullptr;         ///< Null: it takes every result.
  WriteFailure write_failure = nullptr;  ///< Null: without a result nothing is written.
  DescribeReport describe = nullptr;     ///< Null: there is nothing to say.
  bool shows_earlier = false;            ///< It says what changed since the survey before (`ReportOptions::earlier`).
};

}  // namespace kijun::reports
