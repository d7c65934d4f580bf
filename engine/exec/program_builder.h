#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/exec/program.h"

namespace kijun::exec {

/// Collects instructions and folds of a program under construction. Equal ones are the same one: instructions have no
/// effects, so an instruction with the same operation, arguments and constants as an earlier one is that one.
class ProgramBuilder {
 public:
  /// The instruction's id. Its `stage` is worked out here.
  InstructionId add(Instruction instruction);
  /// The int or bool as an instruction.
  InstructionId add_literal(ValueKind kind, std::uint32_t value);
  /// The fold's position. Its `stage` is worked out here.
  std::uint32_t add_fold(Fold fold);

  [[nodiscard]] const Instruction& at(InstructionId id) const { return instructions_[id]; }

  /// The finished program: what no root needs is left out.
  [[nodiscard]] Program::Code link(std::vector<Root> roots, const std::vector<InstructionId>& results) const;

 private:
  [[nodiscard]] std::int32_t stage_of(const Instruction& instruction) const;

  std::vector<Instruction> instructions_;
  std::vector<Fold> folds_;
  std::map<std::string, InstructionId> by_key_;
  std::map<std::string, std::uint32_t> fold_by_key_;
};

/// Puts costly instructions of a linked program behind the others of their phase and finds out for which subjects their
/// results can matter (`Instruction::wanted`).
void find_wanted(Program::Code& code);

/// A node as a text that equal nodes share, whatever their spelling: the tree with its resolved names.
[[nodiscard]] std::string node_key(const cel::CheckedExpr& expr, cel::NodeId node);

}  // namespace kijun::exec
