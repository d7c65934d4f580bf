#include "reports/github/github_report.h"

#include <algorithm>
#include <array>

#include "reports/ci/ci_result.h"
#include "reports/ci/notifications.h"
#include "reports/ci/source_paths.h"
#include "reports/escape/short_text.h"
#include "reports/escape/workflow_command.h"
#include "reports/words/words.h"

namespace kijun::reports {
namespace {

/// Commands of one level that GitHub shows of a step; the rest is dropped without a word.
constexpr std::size_t kMaxPerLevel = 10;

constexpr std::array<std::string_view, 3> kLevels{"error", "warning", "notice"};

/// Code points of a message.
constexpr std::size_t kMaxMessage = 1000;

struct Command {
  std::string_view level;
  audit::Place at;
  std::size_t end_column = 0;  ///< 0: not known.
  LocalizedText title;
  LocalizedText message;
};

/// What could be a command: a notification, or a result that is made when it is shown.
struct Candidate {
  int rank = 0;  ///< The smaller, the earlier.
  const CiNotification* notification = nullptr;
  ResultAt where;
};

void write_command(const Command& command, Language language, std::ostream& out) {
  out << "::" << command.level << " file=" << escape_command_property(command.at.file) << ",line=" << command.at.line
      << ",col=" << command.at.column << ",endLine=" << command.at.line;
  if (command.end_column != 0) out << ",endColumn=" << command.end_column;
  out << ",title=" << escape_command_property(inert_text(command.title.in(language), kMaxMessage))
      << "::" << escape_command_message(inert_text(command.message.in(language), kMaxMessage)) << '\n';
}

Command command_of(const CiNotification& each, std::string_view level) {
  return {level, each.at, 0, in_both(each.code), each.message};
}

Command command_of(const CiResult& result) {
  const LocalizedText title = fill(Word::kCiListed, {{"text", result.title}, {"title", result.rule->id}});
  return {result.mapping.command, result.anchor.at, result.anchor.end_column, title, result.message};
}

/// All commands of a run by level, the first ones shown.
class Commands {
 public:
  Commands(const audit::ResultModel* model, const ReportOptions& options)
      : model_(model), options_(options), notifications_(collect_notifications(model, options)) {
    for (const CiNotification& each : notifications_) add(map_notification(each.level).command, {-1, &each, {}});
    if (model == nullptr) return;
    const CiResults results(*model, options);
    results.each(ResultsShown::kFindings, [&](ResultAt where) {
      const ResultStanding standing = results.standing(where);
      const std::string_view level = map_result(standing).command;
      if (!level.empty()) add(level, {rank_of(standing), nullptr, where});
    });
    left_out_ = count_left_out(*model, options, &CiMapping::command);
  }

  void write(std::ostream& out) {
    std::array<std::size_t, kLevels.size()> hidden{};
    for (std::size_t level = 0; level < kLevels.size(); ++level) {
      std::vector<Candidate>& candidates = by_level_[level];
      std::stable_sort(candidates.begin(), candidates.end(),
                       [](const Candidate& a, const Candidate& b) { return a.rank < b.rank; });
      // The last of the notices is kept for the count of the rest, where there is one.
      const std::size_t room = kLevels[level] == "notice" && !shows_all() ? kMaxPerLevel - 1 : kMaxPerLevel;
      const std::size_t num_shown = std::min(room, candidates.size());
      hidden[level] = candidates.size() - num_shown;
      for (std::size_t i = 0; i < num_shown; ++i) write_candidate(candidates[i], kLevels[level], out);
    }
    write_rest(hidden, out);
  }

 private:
  void add(std::string_view level, const Candidate& candidate) {
    const auto* const at = std::find(kLevels.begin(), kLevels.end(), level);
    by_level_[static_cast<std::size_t>(at - kLevels.begin())].push_back(candidate);
  }

  [[nodiscard]] bool shows_all() const {
    const auto fits = [](const std::vector<Candidate>& candidates) { return candidates.size() <= kMaxPerLevel; };
    return left_out_.total() == 0 && std::all_of(by_level_.begin(), by_level_.end(), fits);
  }

  void write_candidate(const Candidate& candidate, std::string_view level, std::ostream& out) const {
    const Command command = candidate.notification != nullptr
                                ? command_of(*candidate.notification, level)
                                : command_of(CiResults(*model_, options_).make(candidate.where));
    write_command(command, options_.language, out);
  }

  void write_rest(const std::array<std::size_t, kLevels.size()>& hidden, std::ostream& out) const {
    if (hidden[0] + hidden[1] + hidden[2] + left_out_.total() == 0) return;
    const LocalizedText message = fill(Word::kCiCommandsRest, {{"errors", hidden[0]},
                                                               {"warnings", hidden[1]},
                                                               {"notices", hidden[2]},
                                                               {"waived", left_out_.waived},
                                                               {"unlisted", left_out_.unlisted}});
    write_command({"notice", SourcePaths(options_.ci.folders).manifest(), 0, in_both("kijun"), message},
                  options_.language, out);
  }

  const audit::ResultModel* model_;
  const ReportOptions& options_;
  std::vector<CiNotification> notifications_;
  std::array<std::vector<Candidate>, kLevels.size()> by_level_;
  LeftOut left_out_;
};

}  // namespace

void write_github_report(const audit::ResultModel& model, const ReportOptions& options, std::ostream& out) {
  Commands(&model, options).write(out);
}

void write_github_failure(const ReportOptions& options, std::ostream& out) { Commands(nullptr, options).write(out); }

}  // namespace kijun::reports
