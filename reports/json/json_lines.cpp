#include "reports/json/json_lines.h"

#include <algorithm>

#include "reports/ci/notifications.h"
#include "reports/escape/json_writer.h"
#include "reports/json/json_head.h"
#include "reports/json/json_parts.h"

namespace kijun::reports {
namespace {

/// Writes lines; nothing longer than a line is held.
class LineWriter {
 public:
  explicit LineWriter(std::ostream& out) : out_(out) {}

  /// `{"type":"rule","rule":…}`: `write` writes the value.
  template <class Write>
  void line(std::string_view type, Write write) {
    json_.clear();
    json_.object([&] {
      json_.member("type", type);
      json_.key(type);
      write(json_);
    });
    out_ << json_.text() << '\n';
  }

 private:
  std::ostream& out_;
  JsonWriter json_;
};

/// Takes the members that a document is made of into one object.
class ObjectMembers {
 public:
  explicit ObjectMembers(JsonWriter& json) : json_(json) {}

  template <class Write>
  void member(std::string_view key, Write write) {
    json_.key(key);
    write(json_);
  }

 private:
  JsonWriter& json_;
};

void write_notifications(const audit::ResultModel* model, const ReportOptions& options, LineWriter& lines) {
  for (const CiNotification& each : collect_notifications(model, options))
    lines.line("notification", [&](JsonWriter& json) {
      json.object([&] {
        json.member("code", each.code);
        json.member("level", policy::severity_id(each.level));
        write_text("message", each.message, json);
        json.object_member("at", [&] {
          json.member("file", each.at.file);
          json.member("line", each.at.line);
          json.member("column", each.at.column);
        });
        json.member("fingerprint", each.fingerprint);
      });
    });
}

void write_catalogues(const audit::ResultModel& model, LineWriter& lines) {
  for (const policy::Rule& rule : model.ruleset().rules)
    lines.line("rule", [&](JsonWriter& json) { write_rule(rule, model, json); });
  for (const audit::IndicatorResult& indicator : model.indicators())
    lines.line("indicator", [&](JsonWriter& json) { write_indicator(indicator, model, json); });
  for (const audit::BandResult& band : audit::bands_of(model))
    lines.line("band_set", [&](JsonWriter& json) { write_band(band, json); });
  for (const audit::DecisionView& decision : model.decisions())
    lines.line("decision", [&](JsonWriter& json) { write_decision(decision, json); });
}

void write_results(const audit::ResultModel& model, const ReportOptions& options, LineWriter& lines) {
  for (std::size_t column = 0; column < model.columns().size(); ++column) {
    for (const std::uint32_t position : model.listed(column))
      if (carries(options.results, model.columns()[column].outcome(position)))
        lines.line("result", [&](JsonWriter& json) { write_result(model, column, position, json); });
    const Unlisted unlisted = count_unlisted(model, column, options.results);
    if (unlisted.findings + unlisted.others > 0)
      lines.line("not_listed", [&](JsonWriter& json) { write_unlisted(model, column, unlisted, json); });
  }
}

}  // namespace

void write_json_lines(const audit::ResultModel& model, const ReportOptions& options, std::ostream& out) {
  LineWriter lines(out);
  lines.line("run", [&](JsonWriter& json) {
    json.object([&] {
      json.member("schema", "kijun.results/1");
      json.member("evaluated", model.summary().by_outcome[static_cast<std::size_t>(audit::Outcome::kError)] == 0);
      ObjectMembers members(json);
      write_head(model, options, members);
    });
  });
  write_notifications(&model, options, lines);
  write_catalogues(model, lines);
  write_results(model, options, lines);
}

void write_json_lines_failure(const ReportOptions& options, std::ostream& out) {
  LineWriter lines(out);
  lines.line("run", [&](JsonWriter& json) {
    json.object([&] {
      json.member("schema", "kijun.results/1");
      json.member("evaluated", false);
    });
  });
  write_notifications(nullptr, options, lines);
}

}  // namespace kijun::reports
