#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/audit/result_model.h"
#include "engine/base/language.h"
#include "reports/ci/notifications.h"
#include "reports/escape/json_writer.h"
#include "reports/model/format.h"

namespace kijun::reports {

/// What a SARIF log is written for.
enum class SarifProfile : std::uint8_t {
  kFull,    ///< Anybody who reads the whole standard.
  kGithub,  ///< GitHub code scanning.
};

/// The rule of results that stand for everything found about one subject.
inline constexpr std::string_view kSubjectRule = "kijun.municipality";

/// `tool.driver.rules`: the rules of the ruleset, then those that grouping and notifications need.
class SarifRules {
 public:
  /// Without a model there are only those of notifications. With `groups_subjects`, `kSubjectRule` is one of them.
  SarifRules(const audit::ResultModel* model, bool groups_subjects, const std::vector<CiNotification>& notifications,
             const ReportOptions& options);

  /// The index of an id that is in the list.
  [[nodiscard]] std::size_t index(std::string_view id) const { return index_.at(std::string(id)); }
  /// Whether an id is in it.
  [[nodiscard]] bool contains(std::string_view id) const { return index_.contains(std::string(id)); }
  /// Writes the list as the value of a member.
  void write(JsonWriter& json) const;

 private:
  struct Descriptor {
    std::string id;
    LocalizedText title;
    LocalizedText description;
    LocalizedText help;
    std::string_view level;
    std::vector<std::string> tags;
  };
  void add(Descriptor descriptor);
  void add_rule(const policy::Rule& rule, const policy::Ruleset& ruleset);
  void write_descriptor(const Descriptor& descriptor, JsonWriter& json) const;

  Language language_;
  std::vector<Descriptor> descriptors_;
  std::map<std::string, std::size_t> index_;
};

}  // namespace kijun::reports
