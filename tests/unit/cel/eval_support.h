#pragma once

#include <gtest/gtest.h>

#include <deque>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "engine/cel/checker.h"
#include "engine/cel/evaluator.h"
#include "engine/cel/parser.h"
#include "tests/unit/cel/fake_world.h"

namespace kijun::cel {

/// The value of a plain CEL expression as `debug_text`, errors as "error(code)".
[[nodiscard]] std::string eval_plain(const std::string& text);

/// An expression and what it evaluates to, as text.
struct EvalCase {
  const char* text;
  const char* expected;
};

/// Expects of each plain expression what `eval_plain` gives.
void expect_all(std::span<const EvalCase> cases);

/// A small vocabulary over fictional towns: bool fields named after the state they are given in the tests, and one
/// field of every other type.
[[nodiscard]] table::Vocabulary sample_vocabulary();

/// Evaluates profile expressions over a fake world.
class ProfileEvalTest : public testing::Test {
 protected:
  ProfileEvalTest();

  /// Declares a condition over the subjects of a space; later conditions may use earlier ones.
  void add_condition(const std::string& id, const std::string& text, table::SpaceId space = table::kRecordSpace);
  void add_param(const std::string& id, Type type, Value value);

  /// Values as `debug_text`; states as "unknown(flag_u@000001:blank)", "not_applicable(…)", "error(code)".
  [[nodiscard]] std::string eval(const std::string& text, const RecordRef& self);
  [[nodiscard]] std::string eval(const std::string& text) { return eval(text, self_); }
  /// `T F U E N` for what a bool expression ends in.
  [[nodiscard]] char letter(const std::string& text);
  /// The cells read, as "field@code", in order.
  [[nodiscard]] std::string reads(const std::string& text);

  table::Vocabulary vocabulary_ = sample_vocabulary();
  Profile profile_;
  FakeWorld world_{vocabulary_};
  std::deque<CheckedExpr> condition_exprs_;
  std::vector<const CheckedExpr*> conditions_;
  std::vector<Value> params_;
  RecordRef self_;  ///< A town with `flag_t` true, `flag_f` false, `flag_u` blank, `flag_n` not applicable, `zero` 0.

  [[nodiscard]] CheckedExpr compile_text(const std::string& text, table::SpaceId space);
  [[nodiscard]] EvalContext context() const;
  [[nodiscard]] std::string text_of(const Value& value) const;

 private:
  diag::SourceMap sources_;
};

}  // namespace kijun::cel
