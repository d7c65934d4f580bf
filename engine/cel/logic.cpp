#include "engine/cel/logic.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/cel/compare.h"

namespace kijun::cel {
namespace {

std::vector<Cause> distinct(std::vector<Cause> causes) {
  std::ranges::sort(causes);
  causes.erase(std::unique(causes.begin(), causes.end()), causes.end());
  return causes;
}

void append(std::vector<Cause>& target, const std::vector<Cause>& causes) {
  target.insert(target.end(), causes.begin(), causes.end());
}

}  // namespace

void StateNotes::note(const Value& operand) {
  if (const auto* unknown = operand.as<Unknown>()) append(unknown_, unknown->causes);
  if (const auto* other = operand.as<NotApplicable>()) append(not_applicable_, other->causes);
  if (operand.as<EvalError>() != nullptr) note_error(operand);
}

void StateNotes::note_error(const Value& error) {
  if (!error_.has_value()) error_ = error;
}

Value StateNotes::value(State state) const {
  switch (state) {
    case State::kFalse:
      return Value(false);
    case State::kTrue:
      return Value(true);
    case State::kUnknown:
      return Value(Unknown{distinct(unknown_)});
    case State::kNotApplicable:
      return Value(NotApplicable{distinct(not_applicable_)});
    case State::kError:
      return *error_;
  }
  return {};
}

LogicFold::LogicFold(State decisive) : decisive_(decisive), state_(logical_not(decisive)) {}

bool LogicFold::add(const Value& operand) {
  const State state = operand.state();
  state_ = decisive_ == State::kFalse ? logical_and(state_, state) : logical_or(state_, state);
  notes_.note(operand);
  if (operand.has_value() && operand.as<bool>() == nullptr) notes_.note_error(not_a_bool(operand));
  return state_ == decisive_;
}

void StrictFold::add(const Value& operand) {
  if (operand.has_value()) return;
  state_ = strict(state_, operand.state());
  notes_.note(operand);
}

void StrictFold::add_error(const Value& error) {
  state_ = strict(state_, State::kError);
  notes_.note_error(error);
}

Value not_a_bool(const Value& operand) {
  return Value::error("no_such_overload", fmt::format("expected bool, got {}", type_value_name(runtime_type(operand))));
}

}  // namespace kijun::cel
