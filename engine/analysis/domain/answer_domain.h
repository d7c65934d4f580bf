#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "engine/analysis/domain/scene.h"
#include "engine/analysis/domain/shape.h"

namespace kijun::analysis {

/// Scenes offered for a question when nobody says how many.
inline constexpr std::size_t kDefaultBudget = 200'000;

/// Everything that answers can be, as far as a set of rules can tell the difference: enum values, representatives of
/// numbers, dates and texts, and missing reasons, for every cell; and small sets of members and bodies. Scenes are
/// numbered, and made when asked for.
class AnswerDomain {
 public:
  /// At most `budget` scenes are offered; a larger domain is sampled evenly.
  AnswerDomain(Reading reading, std::size_t budget);

  /// Number of scenes that `scene` offers.
  [[nodiscard]] std::size_t size() const { return size_; }
  /// Number of combinations there are.
  [[nodiscard]] double num_combinations() const { return num_combinations_; }
  /// True when the scenes show everything the rules can do: nothing is proven by not being found otherwise.
  [[nodiscard]] bool is_exhaustive() const { return inexact_.empty() && is_complete(); }
  /// True when no combination is left out for the budget.
  [[nodiscard]] bool is_complete() const { return static_cast<double>(size_) >= num_combinations_; }
  /// Parts of rules that representatives do not exhaust, as the rules write them.
  [[nodiscard]] const std::set<std::string>& inexact() const { return inexact_; }
  [[nodiscard]] Scene scene(std::size_t number) const;
  [[nodiscard]] const Reading& reading() const { return reading_; }
  /// Days on which to judge: around every date the rules compare with, when they read `as_of` or have a deadline.
  [[nodiscard]] const std::vector<Date>& days() const { return days_; }

 private:
  struct Axis {
    enum class Kind : std::uint8_t { kField, kAttribute, kLink, kKind, kText };
    Kind kind = Kind::kField;
    std::string id;
    std::vector<Answer> answers;             ///< kField, kAttribute; kKind and kText: strings.
    std::vector<std::vector<Scene>> links;   ///< kLink; an empty list is a gap where `gaps` has a reason.
    std::vector<table::MissingReason> gaps;  ///< kLink, by option.
    [[nodiscard]] std::size_t size() const { return kind == Kind::kLink ? links.size() : answers.size(); }
  };

  [[nodiscard]] std::vector<Axis> axes_of(const Shape& shape);
  [[nodiscard]] Axis link_axis(const std::string& id, const Link& link);
  [[nodiscard]] std::vector<Answer> answers_of(const CellUse& use);
  [[nodiscard]] std::vector<Answer> texts_of(const CellUse& use);
  [[nodiscard]] std::vector<Answer> lists_of(const CellUse& use) const;
  [[nodiscard]] std::vector<Answer> names_of() const;
  [[nodiscard]] std::vector<Answer> kinds_of(const Shape& shape) const;
  [[nodiscard]] std::vector<Scene> scenes_of(const Shape& shape);
  static void choose(const Axis& axis, std::size_t option, Scene& scene);
  [[nodiscard]] static Scene scene_at(const std::vector<Axis>& axes, std::size_t number);

  Reading reading_;
  std::set<std::string> inexact_;
  std::vector<Axis> axes_;
  std::vector<Date> days_;
  double num_combinations_ = 1;
  std::size_t size_ = 0;
};

}  // namespace kijun::analysis
