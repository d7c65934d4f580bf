#include "reports/html/message_data.h"

#include <map>

#include "reports/escape/json_writer.h"
#include "reports/html/numbered_texts.h"

namespace kijun::reports {
namespace {

constexpr std::size_t kMostBytes = 1'500'000;

std::string without_name(std::string text, const std::string& name) {
  if (name.empty()) return text;
  for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at)) {
    text.replace(at, name.size(), "{name}");
    at += 6;
  }
  return text;
}

std::string message_json(const LocalizedText& message, const LocalizedText& name) {
  JsonWriter json;
  json.array([&] {
    json.value(without_name(message.ja, name.ja));
    json.value(without_name(message.en, name.en));
  });
  return json.text();
}

/// Gathers the messages column by column until there are too many.
class MessageData {
 public:
  MessageData(const Page& page, const VerdictGrid& grid) : result_(page.result()), grid_(grid) {
    for (std::size_t row = 0; row < grid.records.size(); ++row) row_of_.emplace(grid.records[row], row);
  }

  [[nodiscard]] std::string json() {
    JsonWriter of;
    of.array([&] {
      for (const std::size_t column : grid_.columns) {
        if (texts_.num_bytes() > kMostBytes) break;
        of.array([&] { write_column(of, column); });
      }
    });
    if (texts_.num_bytes() > kMostBytes) return R"({"texts":[],"of":[]})";
    return R"({"texts":)" + texts_.array() + R"(,"of":)" + of.text() + "}";
  }

 private:
  void write_column(JsonWriter& of, std::size_t at) {
    const audit::RuleColumn& column = result_.columns()[at];
    for (const std::uint32_t position : result_.listed(at)) {
      if (column.outcome(position) != audit::Outcome::kFail) continue;
      const table::SubjectRef subject = column.subject(position);
      const LocalizedText name = result_.subject(subject).name.name;
      of.value(row_of_.at(subject));
      of.value(texts_.number(message_json(result_.message(at, position), name)));
    }
  }

  const audit::ResultModel& result_;
  const VerdictGrid& grid_;
  std::map<table::SubjectRef, std::size_t> row_of_;
  NumberedTexts texts_;
};

}  // namespace

std::string message_data(const Page& page, const VerdictGrid& grid) { return MessageData(page, grid).json(); }

}  // namespace kijun::reports
