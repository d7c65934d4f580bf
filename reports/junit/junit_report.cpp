#include "reports/junit/junit_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "reports/ci/ci_result.h"
#include "reports/ci/grouping.h"
#include "reports/ci/notifications.h"
#include "reports/escape/short_text.h"
#include "reports/escape/xml_writer.h"
#include "reports/words/data_text.h"
#include "reports/words/verdict_words.h"
#include "reports/words/words.h"

namespace kijun::reports {
namespace {

/// Cases above which one stands for several results: about 10 MB.
constexpr std::size_t kMaxCases = 50'000;

/// Results shown by name in a case that stands for several.
constexpr std::size_t kMaxListed = 20;

/// Code points of a case's name, of its message and of its text.
constexpr std::size_t kMaxName = 300;
constexpr std::size_t kMaxMessage = 500;
constexpr std::size_t kMaxText = 5000;

/// How many cases of a suite end how.
struct EndCounts {
  std::array<std::size_t, 4> of{};
  std::size_t total = 0;

  void add(CaseEnd end) {
    ++of[static_cast<std::size_t>(end)];
    ++total;
  }
  [[nodiscard]] std::string text(CaseEnd end) const { return std::to_string(of[static_cast<std::size_t>(end)]); }
};

struct TestCase {
  std::string class_name;
  LocalizedText name;
  CaseEnd end = CaseEnd::kPassed;
  std::string type;  ///< "unmet", "KJ4201" …
  LocalizedText message;
  LocalizedText text;
  std::string file;  ///< For GitLab; empty for none.
};

/// One of the two names of a suite of cases, with what is in it.
struct Suite {
  std::string package;
  std::string name;
  EndCounts counts;
  std::vector<XmlWriter::Attribute> properties;
  std::string out;
};

/// Writes suites and their cases.
class JunitLog {
 public:
  JunitLog(std::ostream& out, const ReportOptions& options, Date day)
      : xml_(out), options_(options), timestamp_(day.iso() + "T00:00:00") {
    xml_.open("testsuites");
  }

  /// Cases are written by `write_cases`.
  template <class WriteCases>
  void suite(const Suite& suite, WriteCases write_cases) {
    xml_.open("testsuite", {{"name", suite.name},
                            {"package", suite.package},
                            {"id", std::to_string(num_suites_++)},
                            {"timestamp", timestamp_},
                            {"hostname", "localhost"},
                            {"tests", std::to_string(suite.counts.total)},
                            {"failures", suite.counts.text(CaseEnd::kFailure)},
                            {"errors", suite.counts.text(CaseEnd::kError)},
                            {"skipped", suite.counts.text(CaseEnd::kSkipped)},
                            {"time", "0"}});
    write_properties(suite.properties);
    write_cases();
    xml_.text("system-out", suite.out);
    xml_.text("system-err", "");
    xml_.close();
  }

  void test_case(const TestCase& each) {
    std::vector<XmlWriter::Attribute> attributes{
        {"name", inert_text(each.name.in(options_.language), kMaxName)}, {"classname", each.class_name}, {"time", "0"}};
    if (options_.ci.junit_for_gitlab && !each.file.empty()) attributes.emplace_back("file", each.file);
    if (each.end == CaseEnd::kPassed) return xml_.empty("testcase", attributes);
    xml_.open("testcase", attributes);
    std::vector<XmlWriter::Attribute> why{{"message", inert_text(each.message.in(options_.language), kMaxMessage)}};
    // The schema of Ant knows no type of what is skipped.
    if (each.end != CaseEnd::kSkipped) why.emplace_back("type", each.type);
    xml_.text(case_end_id(each.end), inert_text(each.text.in(options_.language), kMaxText), why);
    xml_.close();
  }

  void end() { xml_.close(); }

 private:
  void write_properties(const std::vector<XmlWriter::Attribute>& properties) {
    if (properties.empty()) return xml_.empty("properties");
    xml_.open("properties");
    for (const auto& [name, value] : properties)
      xml_.empty("property", {{"name", std::string(name)}, {"value", value}});
    xml_.close();
  }

  XmlWriter xml_;
  const ReportOptions& options_;
  std::string timestamp_;
  std::size_t num_suites_ = 0;
};

/// The suite about the run itself: that it took place, and what it met.
void write_run_suite(Suite suite, const std::vector<CiNotification>& notifications, bool could_run, JunitLog& log) {
  if (could_run) suite.counts.add(CaseEnd::kPassed);
  for (const CiNotification& each : notifications) suite.counts.add(map_notification(each.level).junit);
  log.suite(suite, [&] {
    if (could_run) log.test_case({"kijun", word(Word::kCiRun), CaseEnd::kPassed, "", {}, {}, ""});
    for (const CiNotification& each : notifications) {
      const LocalizedText place = place_text(each.at);
      const LocalizedText name = fill(Word::kCiListed, {{"text", in_both(each.code)}, {"title", place}});
      log.test_case({"kijun", name, map_notification(each.level).junit, each.code, each.message,
                     fill(Word::kCiListed, {{"text", each.message}, {"title", place}}), each.at.file});
    }
  });
}

/// The message, what to do, the question, the answers as given with their places.
LocalizedText case_text(const CiResult& result) {
  LocalizedText text = result.message;
  append_line(text, result.detail.remedy);
  if (result.detail.ask) append_line(text, result.detail.ask->text);
  for (const audit::CellView& cell : result.detail.evidence)
    append_line(text, fill(Word::kCiEvidence, {{"name", cell.subject.name},
                                               {"label", cell.label},
                                               {"raw", raw_text(cell.raw)},
                                               {"place", place_text(cell.at)}}));
  if (!result.gate.reasons.empty() && audit::is_finding(result.standing.outcome))
    append_line(text, fill(Word::kCiNotGating, {{"reasons", fmt::format("{}", fmt::join(result.gate.reasons, " "))}}));
  return text;
}

/// Writes the results of a run.
class JunitResults {
 public:
  JunitResults(const audit::ResultModel& model, const ReportOptions& options)
      : model_(model),
        options_(options),
        results_(model, options),
        subjects_(group_by_subject(results_, options.results)) {
    UnitCounts counts;
    for (const ResultGroup& group : subjects_) counts.cells += group.results.size();
    counts.subjects = subjects_.size();
    num_cells_ = counts.cells;
    unit_ = choose_unit(options.ci.junit_unit, counts, kMaxCases);
    if (unit_ == EntryUnit::kRule) rules_ = group_by_rule(results_, options.results);
  }

  [[nodiscard]] std::vector<LocalizedText> remarks() const {
    std::vector<LocalizedText> remarks;
    if (unit_ != EntryUnit::kCell)
      remarks.push_back(grouped_text({Word::kCiCasesAsAsked, Word::kCiCasesByMunicipality, Word::kCiCasesByRule},
                                     options_.ci.junit_unit, unit_,
                                     {{"n", num_cells_}, {"limit", kMaxCases}, {"entries", groups().size()}}));
    if (const std::size_t unlisted = count_unlisted_findings(model_); unlisted != 0)
      remarks.push_back(left_out_text({0, unlisted}));
    return remarks;
  }

  void write(JunitLog& log) const {
    write_run_suite(run_suite(), collect_notifications(&model_, options_), true, log);
    if (unit_ == EntryUnit::kCell) return write_cells(log);
    Suite suite{package(), std::string(unit_id(unit_)), {}, {}, {}};
    for (const ResultGroup& group : groups()) suite.counts.add(end_of(group));
    log.suite(suite, [&] {
      for (const ResultGroup& group : groups()) log.test_case(case_of(group));
    });
  }

 private:
  [[nodiscard]] const std::vector<ResultGroup>& groups() const {
    return unit_ == EntryUnit::kRule ? rules_ : subjects_;
  }
  [[nodiscard]] std::string package() const { return "kijun." + model_.run().survey_id; }

  [[nodiscard]] Suite run_suite() const {
    const audit::RunInfo& run = model_.run();
    Suite suite{"kijun", "kijun", {}, {}, {}};
    suite.properties = {{"kijun.version", run.tool_version},
                        {"survey", run.survey_id},
                        {"ruleset", model_.ruleset().id},
                        {"ruleset.sha256", model_.ruleset().hash},
                        {"as_of", run.as_of.iso()},
                        {"unit", std::string(unit_id(unit_))},
                        {"blocking", std::to_string(model_.summary().num_blocking)},
                        {"waived", std::to_string(model_.summary().num_waived)},
                        {"not_listed", std::to_string(count_unlisted_findings(model_))}};
    if (run.readers.who != audit::Readership::kInternal)
      suite.properties.emplace_back("audience", audit::readership_id(run.readers.who));
    for (const std::string& how : run.narrowed) suite.properties.emplace_back("narrowed", how);
    for (const LocalizedText& remark : remarks()) suite.out += remark.in(options_.language) + "\n";
    return suite;
  }

  void write_cells(JunitLog& log) const {
    for (const ResultGroup& group : subjects_) {
      const table::SubjectName name = model_.subject(results_.subject(group.results.front())).name;
      Suite suite{package(), inert_text(name.name.in(options_.language) + " " + name.code, kMaxName), {}, {}, {}};
      for (const ResultAt where : group.results) suite.counts.add(results_.mapping(where).junit);
      log.suite(suite, [&] {
        for (const ResultAt where : group.results) log.test_case(case_of(results_.make(where)));
      });
    }
  }

  [[nodiscard]] std::string class_name(const table::SubjectName& subject) const {
    return inert_text(package() + "." + subject.code, kMaxName);
  }

  [[nodiscard]] TestCase case_of(const CiResult& result) const {
    TestCase made;
    made.class_name = class_name(result.subject);
    made.name = fill(Word::kCiCaseName, {{"rule", result.rule->id}, {"title", result.title}});
    if (options_.ci.junit_for_gitlab)
      made.name = fill(Word::kCiNamed, {{"name", result.subject.name}, {"text", made.name}});
    made.end = result.mapping.junit;
    made.type = audit::verdict_id(result.verdict);
    made.message = result.message;
    made.text = case_text(result);
    made.file = result.anchor.at.file;
    return made;
  }

  [[nodiscard]] CaseEnd end_of(const ResultGroup& group) const {
    EndCounts counts;
    bool has_finding = false;
    for (const ResultAt where : group.results) {
      const ResultStanding standing = results_.standing(where);
      counts.add(map_result(standing).junit);
      has_finding = has_finding || audit::is_finding(standing.outcome);
    }
    for (const CaseEnd end : {CaseEnd::kError, CaseEnd::kFailure})
      if (counts.of[static_cast<std::size_t>(end)] != 0) return end;
    const bool has_passed = counts.of[static_cast<std::size_t>(CaseEnd::kPassed)] != 0;
    return has_finding || !has_passed ? CaseEnd::kSkipped : CaseEnd::kPassed;
  }

  [[nodiscard]] TestCase case_of(const ResultGroup& group) const {
    const ResultAt first = worst_of(results_, group);
    const CiResult worst = results_.make(first);
    ResultGroup findings = group;
    std::erase_if(findings.results,
                  [&](ResultAt where) { return !audit::is_finding(results_.standing(where).outcome); });
    TestCase made;
    const bool is_rule = unit_ == EntryUnit::kRule;
    made.class_name = package() + "." + std::string(unit_id(unit_));
    made.name = is_rule ? fill(Word::kCiCaseName, {{"rule", worst.rule->id}, {"title", worst.rule->title}})
                        : fill(Word::kCiCaseName, {{"rule", worst.subject.code}, {"title", worst.subject.name}});
    made.end = end_of(group);
    made.type = audit::verdict_id(worst.verdict);
    made.file = worst.anchor.at.file;
    if (findings.results.empty()) {
      made.message = verdict_word(worst.verdict);
      return made;
    }
    made.message = count_text(results_, findings);
    made.text = list_text(results_, findings, kMaxListed);
    return made;
  }

  const audit::ResultModel& model_;
  const ReportOptions& options_;
  CiResults results_;
  std::vector<ResultGroup> subjects_;
  std::vector<ResultGroup> rules_;
  EntryUnit unit_ = EntryUnit::kCell;
  std::size_t num_cells_ = 0;
};

}  // namespace

void write_junit_report(const audit::ResultModel& model, const ReportOptions& options, std::ostream& out) {
  JunitLog log(out, options, options.created.value_or(model.run().as_of));
  JunitResults(model, options).write(log);
  log.end();
}

void write_junit_failure(const ReportOptions& options, std::ostream& out) {
  JunitLog log(out, options, options.created.value_or(Date()));
  write_run_suite({"kijun", "kijun", {}, {}, {}}, collect_notifications(nullptr, options), false, log);
  log.end();
}

std::vector<LocalizedText> describe_junit(const audit::ResultModel& model, const ReportOptions& options) {
  return JunitResults(model, options).remarks();
}

}  // namespace kijun::reports
