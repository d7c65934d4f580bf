#include "engine/analysis/domain/answer_domain.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "engine/audit/representatives.h"
#include "engine/cel/evaluator.h"

// A scene is a number in a mixed radix: one digit for every cell of the subject and for every link. The options of a link
// are whole subjects (one of every combination of their own digits), or sets of them: multisets of at most so many as
// show every result that quantifiers and counts can have. `all` and `exists` merge their elements' states by
// precedence, so one element witnesses each result and a set needs no more elements than there are quantifiers over it.
//
// Missing reasons stand for how they route: one that asks a question stands for all that leave a result unknown, unless
// a rule reads the reason itself.

namespace kijun::analysis {
namespace {

using cel::Value;
using table::FieldType;
using table::MissingReason;

/// Combinations of one link's subjects that are kept; beyond it the domain is no longer exhaustive.
constexpr std::size_t kMaxSubjects = 400;
constexpr std::size_t kMaxSets = 20'000;
constexpr std::size_t kMaxSetSize = 4;

template <class Items>
std::vector<Answer> answers_from(const Items& items) {
  std::vector<Answer> answers;
  for (const auto& item : items) answers.push_back({Value(item), MissingReason::kNone});
  return answers;
}

/// A stride that visits every number below `total` once.
std::size_t stride_of(double total, std::size_t size) {
  auto stride = static_cast<std::size_t>(total / static_cast<double>(size));
  return std::max<std::size_t>(stride, 1);
}

/// Multisets of `size` of `num_items`, in order, until `keep` says no.
template <class Keep>
bool each_multiset(std::size_t num_items, std::size_t size, Keep keep) {
  if (size > 0 && num_items == 0) return true;
  std::vector<std::size_t> items(size, 0);
  while (true) {
    if (!keep(items)) return false;
    std::size_t at = size;
    while (at > 0 && items[at - 1] + 1 == num_items) --at;
    if (at == 0) return true;
    const std::size_t next = items[at - 1] + 1;
    std::fill(items.begin() + static_cast<std::ptrdiff_t>(at) - 1, items.end(), next);
  }
}

/// The state of a test when the cell holds a text.
cel::State result_of(const TextTest& test, const std::string& text) {
  cel::CheckedExpr expr = test.expr;
  cel::Node& node = expr.ast.nodes[test.cell];
  node.kind = cel::NodeKind::kLiteral;
  node.literal = text;
  node.children.clear();
  expr.references[test.cell] = {};
  const cel::EvalContext context;
  return cel::Evaluator(expr, context).eval().state();
}

/// True when the texts show every combination of the results of the cell's tests.
bool shows_every_test(const std::vector<std::string>& texts, const CellUse& use) {
  constexpr std::size_t kMaxTests = 10;
  if (use.tests.size() > kMaxTests) return false;
  std::set<std::size_t> seen;
  for (const std::string& text : texts) {
    std::size_t vector = 0;
    for (std::size_t at = 0; at < use.tests.size(); ++at) {
      const cel::State state = result_of(use.tests[at], text);
      if (state == cel::State::kTrue) vector |= std::size_t{1} << at;
    }
    seen.insert(vector);
  }
  return seen.size() == std::size_t{1} << use.tests.size();
}

}  // namespace

AnswerDomain::AnswerDomain(Reading reading, std::size_t budget)
    : reading_(std::move(reading)), inexact_(reading_.inexact) {
  axes_ = axes_of(reading_.subject);
  for (const Axis& axis : axes_) num_combinations_ *= static_cast<double>(axis.size());
  size_ = num_combinations_ < static_cast<double>(budget) ? static_cast<std::size_t>(num_combinations_) : budget;
  if (reading_.as_of_read) days_ = audit::representative_dates(reading_.dates, false);
}

Scene AnswerDomain::scene(std::size_t number) const {
  return scene_at(axes_, is_complete() ? number : number * stride_of(num_combinations_, size_));
}

Scene AnswerDomain::scene_at(const std::vector<Axis>& axes, std::size_t number) {
  Scene scene;
  for (const Axis& axis : axes) {
    choose(axis, number % axis.size(), scene);
    number /= axis.size();
  }
  return scene;
}

void AnswerDomain::choose(const Axis& axis, std::size_t option, Scene& scene) {
  switch (axis.kind) {
    case Axis::Kind::kField:
      scene.fields.emplace(axis.id, axis.answers[option]);
      return;
    case Axis::Kind::kAttribute:
      scene.attributes.emplace(axis.id, axis.answers[option]);
      return;
    case Axis::Kind::kKind:
      scene.kind = *axis.answers[option].value.as<std::string>();
      return;
    case Axis::Kind::kText:
      scene.text = *axis.answers[option].value.as<std::string>();
      return;
    case Axis::Kind::kLink:
      if (axis.gaps[option] != MissingReason::kNone) scene.gaps.emplace(axis.id, axis.gaps[option]);
      scene.links.emplace(axis.id, axis.links[option]);
      return;
  }
}

std::vector<AnswerDomain::Axis> AnswerDomain::axes_of(const Shape& shape) {
  std::vector<Axis> axes;
  for (const auto& [id, use] : shape.fields) axes.push_back({Axis::Kind::kField, id, answers_of(use), {}, {}});
  for (const auto& [id, use] : shape.attributes) axes.push_back({Axis::Kind::kAttribute, id, answers_of(use), {}, {}});
  if (shape.kind_read) axes.push_back({Axis::Kind::kKind, {}, kinds_of(shape), {}, {}});
  if (shape.text_read) axes.push_back({Axis::Kind::kText, {}, names_of(), {}, {}});
  for (const auto& [id, link] : shape.links) axes.push_back(link_axis(id, link));
  return axes;
}

AnswerDomain::Axis AnswerDomain::link_axis(const std::string& id, const Link& link) {
  Axis axis{Axis::Kind::kLink, id, {}, {}, {}};
  const std::vector<Scene> subjects = scenes_of(*link.shape);
  const auto add = [&](std::vector<Scene> scenes, MissingReason gap) {
    axis.links.push_back(std::move(scenes));
    axis.gaps.push_back(gap);
  };
  if (!link.many) {
    for (const Scene& subject : subjects) add({subject}, MissingReason::kNone);
    if (id == "previous" || id.starts_with("at ")) {
      add({}, MissingReason::kNoSurvey);
      add({}, MissingReason::kMerged);
    }
    return axis;
  }
  const std::size_t largest = std::min(link.num_needed(), kMaxSetSize);
  bool room = true;
  for (std::size_t size = 0; size <= largest && room; ++size)
    room = each_multiset(subjects.size(), size, [&](const std::vector<std::size_t>& items) {
      std::vector<Scene> set;
      for (const std::size_t item : items) set.push_back(subjects[item]);
      add(std::move(set), MissingReason::kNone);
      return axis.links.size() < kMaxSets;
    });
  if (!room || largest < link.num_needed()) inexact_.insert(id);
  return axis;
}

std::vector<Scene> AnswerDomain::scenes_of(const Shape& shape) {
  const std::vector<Axis> axes = axes_of(shape);
  double total = 1;
  for (const Axis& axis : axes) total *= static_cast<double>(axis.size());
  const bool complete = total <= static_cast<double>(kMaxSubjects);
  const std::size_t size = complete ? static_cast<std::size_t>(total) : kMaxSubjects;
  const std::size_t stride = complete ? 1 : stride_of(total, size);
  if (!complete) inexact_.insert(shape.group.empty() ? "members" : shape.group);
  std::vector<Scene> scenes;
  for (std::size_t number = 0; number < size; ++number) scenes.push_back(scene_at(axes, number * stride));
  return scenes;
}

std::vector<Answer> AnswerDomain::kinds_of(const Shape& shape) const {
  std::set<std::string> kinds = reading_.kinds;
  kinds.insert({"town", "village"});
  kinds.erase("prefecture");
  std::vector<Answer> answers = answers_from(kinds);
  if (shape.any_kind) answers.push_back({Value(std::string("prefecture")), MissingReason::kNone});
  return answers;
}

std::vector<Answer> AnswerDomain::names_of() const {
  std::set<std::string> names = reading_.texts;
  names.insert("架空");
  return answers_from(names);
}

std::vector<Answer> AnswerDomain::answers_of(const CellUse& use) {
  std::vector<Answer> answers;
  switch (use.field.type) {
    case FieldType::kEnum:
      for (const table::EnumValue& value : use.field.values) answers.push_back({Value(value.id), MissingReason::kNone});
      break;
    case FieldType::kBool:
      answers = {{Value(true), MissingReason::kNone}, {Value(false), MissingReason::kNone}};
      break;
    case FieldType::kInt:
      answers = answers_from(audit::representative_ints(reading_.ints, use.compared));
      break;
    case FieldType::kDouble:
      answers = answers_from(audit::representative_doubles(reading_.doubles, use.compared));
      break;
    case FieldType::kDecimal:
      for (const double number : audit::representative_doubles(reading_.doubles, use.compared))
        answers.push_back({Value(fmt::format("{}", number)), MissingReason::kNone});
      break;
    case FieldType::kDate:
      answers = answers_from(audit::representative_dates(reading_.dates, use.compared));
      break;
    case FieldType::kString:
      answers = texts_of(use);
      break;
    case FieldType::kList:
      answers = lists_of(use);
      break;
  }
  if (!use.value_read && answers.size() > 1) answers.resize(1);
  if (use.field.kinds.empty()) {  // an attribute: nobody is asked for it
    answers.push_back({{}, MissingReason::kAbsent});
    return answers;
  }
  const bool reading = use.field.role == table::FieldRole::kReading;
  answers.push_back({{}, reading ? MissingReason::kNotReviewed : MissingReason::kBlank});
  if (use.reason_read)
    for (const MissingReason reason : {MissingReason::kUnreadable, MissingReason::kAbsent, MissingReason::kWithheld})
      answers.push_back({{}, reason});
  if (!reading) answers.push_back({{}, MissingReason::kNotApplicable});
  return answers;
}

std::vector<Answer> AnswerDomain::texts_of(const CellUse& use) {
  const std::vector<std::string> texts = audit::representative_texts(reading_.texts, !use.tests.empty(), use.compared);
  if (!shows_every_test(texts, use)) inexact_.insert(use.field.id);
  return answers_from(texts);
}

/// Every set of the elements that rules name, without and with one they do not.
std::vector<Answer> AnswerDomain::lists_of(const CellUse& use) const {
  constexpr std::size_t kMaxElements = 6;
  std::vector<std::string> elements;
  for (const std::string& text : reading_.texts)
    if (elements.size() < kMaxElements && (use.field.values.empty() || use.field.value_index(text)))
      elements.push_back(text);
  for (const table::EnumValue& value : use.field.values)
    if (!reading_.texts.contains(value.id)) {
      elements.push_back(value.id);
      break;
    }
  std::vector<Answer> answers;
  for (std::size_t set = 0; set < std::size_t{1} << elements.size(); ++set) {
    cel::List list;
    for (std::size_t at = 0; at < elements.size(); ++at)
      if (((set >> at) & 1U) != 0) list.emplace_back(elements[at]);
    answers.push_back({Value::list(std::move(list)), MissingReason::kNone});
  }
  return answers;
}

}  // namespace kijun::analysis
