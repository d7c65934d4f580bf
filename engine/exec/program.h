#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "engine/cel/checked_expr.h"
#include "engine/cel/environment.h"
#include "engine/exec/instruction.h"
#include "engine/table/subject.h"

namespace kijun::exec {

/// Position of a root in the list given to `compile_program`.
using RootIndex = std::uint32_t;

/// One expression whose value is wanted for every subject of a space. `answer` needs no mention: the checker has
/// already put the field in its place.
struct Root {
  const cel::CheckedExpr* expr = nullptr;  ///< Borrowed; must outlive the program.
  table::SpaceId space = table::kRecordSpace;
  std::string kind = "record";  ///< Records asked: record, municipality, prefecture. Groups: ignored.
};

/// The ruleset's names.
struct CompileContext {
  const cel::Profile* profile = nullptr;                ///< Borrowed; must outlive the program.
  std::span<const cel::CheckedExpr* const> conditions;  ///< By position in the profile. Borrowed likewise.
  /// Surveys before the audited one in the series that the program will run over; none when it is not known yet.
  std::optional<std::uint32_t> num_earlier_surveys{};
};

/// Expressions of a ruleset compiled for evaluation by column: one list of typed instructions in which equal
/// sub-expressions of all roots stand once. Immutable; serves any number of executions and threads.
class Program {
 public:
  /// The compiled form. Arguments come before their users.
  struct Code {
    std::vector<Instruction> instructions;
    std::vector<Fold> folds;
    std::vector<Root> roots;
    std::vector<InstructionId> root_results;    ///< By root.
    std::vector<table::FieldIndex> fields;      ///< Columns to ask of the block source.
    std::vector<table::FieldIndex> raw_fields;  ///< Raw texts to ask of it.
    std::vector<std::string> fallback_texts;
    std::vector<table::FieldIndex> earlier_fields;  ///< Fields read from earlier surveys.
    std::vector<bool> stored;                       ///< By instruction: its values are kept for all subjects.
    std::vector<Phase> phases;                      ///< In order; the one over the records in stage 0 streams.
  };
  explicit Program(Code code) : code_(std::move(code)) {}

  [[nodiscard]] const Code& code() const { return code_; }
  [[nodiscard]] std::size_t num_roots() const { return code_.roots.size(); }
  /// Fields of the audited survey's records that kernels read, ascending: what is asked of the block source.
  [[nodiscard]] const std::vector<table::FieldIndex>& fields() const { return code_.fields; }
  /// Fields that kernels read from earlier surveys, ascending.
  [[nodiscard]] const std::vector<table::FieldIndex>& earlier_fields() const { return code_.earlier_fields; }
  /// Nodes that have no kernel and are evaluated by the naive evaluator, subject by subject.
  [[nodiscard]] std::size_t num_fallback_nodes() const { return code_.fallback_texts.size(); }
  /// Their texts as written.
  [[nodiscard]] const std::vector<std::string>& fallback_texts() const { return code_.fallback_texts; }

 private:
  Code code_;
};

/// Compiles the roots together. Every checked expression compiles: what has no kernel becomes a fallback.
[[nodiscard]] Program compile_program(std::span<const Root> roots, const CompileContext& context);

}  // namespace kijun::exec
