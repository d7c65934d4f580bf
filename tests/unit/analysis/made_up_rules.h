#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "engine/audit/plan.h"
#include "engine/base/file_system.h"
#include "engine/diag/diagnostic.h"
#include "engine/table/vocabulary.h"

namespace kijun::analysis {

/// Rules of 架空県 against a vocabulary with a field of every type: `council` (ordered enum established, planned, none),
/// `budget` (enum secured, none), `named` (bool), `read` (a reading: bool), `beds` (int), `share` (double), `cost`
/// (decimal), `due` and `since` (dates), `note` (string), `services` (list of visit, stay), `zone_council` (enum, of
/// zones). `params.limit` is 2019-03-31 and `params.beds` 3 unless the text gives parameters itself.
class MadeUpRules {
 public:
  /// The whole ruleset: `text` behind the head, topic and actor. Null when it does not load, `problems()` says why.
  explicit MadeUpRules(std::string_view text);
  /// One municipality rule `r` with the keys in `keys`.
  static std::string rule(std::string_view keys, std::string_view id = "r", std::string_view for_each = "municipality");

  [[nodiscard]] const audit::Plan& plan() const { return *plan_; }
  [[nodiscard]] audit::Plan& plan() { return *plan_; }
  /// The plan, which still borrows the vocabulary and sources of this.
  [[nodiscard]] std::unique_ptr<audit::Plan> take_plan() { return std::move(plan_); }
  [[nodiscard]] bool loaded() const { return plan_ != nullptr; }
  [[nodiscard]] std::string problems() const;
  [[nodiscard]] const diag::Sink& sink() const { return sink_; }

 private:
  MemoryFileSystem files_;
  diag::SourceMap sources_;
  diag::Sink sink_;
  table::Vocabulary vocabulary_;
  std::unique_ptr<audit::Plan> plan_;
};

}  // namespace kijun::analysis
