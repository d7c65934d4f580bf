#include "engine/base/assert.h"
#include "engine/exec/kernels/kernel.h"
#include "engine/exec/kernels/row_loop.h"
#include "engine/exec/kernels/word_kernels.h"

// Leaves that show a survey's columns. Values are not copied: the vector points into the column.

namespace kijun::exec {
namespace {

using Word = StatePlanes::Word;
using table::MissingReason;

constexpr unsigned kNumReasons = static_cast<unsigned>(MissingReason::kNewSubject) + 1;

/// Bits of the missing reasons that make an answer not applicable.
std::uint32_t not_applicable_reasons() {
  std::uint32_t set = 0;
  for (auto reason = static_cast<unsigned>(MissingReason::kNone) + 1; reason < kNumReasons; ++reason) {
    if (table::route(static_cast<MissingReason>(reason)) == table::MissingRoute::kNotApplicable) set |= 1U << reason;
  }
  return set;
}

/// The states of `size` answers by their missing reasons; those with a value are true.
void show_missing(const MissingReason* missing, std::size_t size, StatePlanes& out) {
  static const std::uint32_t kNotApplicable = not_applicable_reasons();
  out.reset(size);
  Word* values = out.make(StatePlanes::kTruePlane);
  missing_bits(missing, size, values);
  bool any = false;
  for (std::size_t word = 0; word < out.num_words(); ++word) any |= values[word] != 0;
  Word* unknown = any ? out.make(StatePlanes::kUnknownPlane) : nullptr;
  Word* not_applicable = any ? out.make(StatePlanes::kNotApplicablePlane) : nullptr;
  if (any) member_bits(missing, kNotApplicable, size, not_applicable);
  for (std::size_t word = 0; word < out.num_words(); ++word) {
    if (any) unknown[word] = values[word] & ~not_applicable[word];
    values[word] = ~values[word] & out.mask(word);
  }
}

/// Reads the digits of a decimal column. A text that no decimal can hold is an error, as for the naive evaluator.
void read_decimals(Call& call, const std::string_view* digits) {
  Decimal* const decimals = call.out.make_decimals(call.size());
  StatePlanes& states = call.out.states;
  for (std::size_t i = 0; i < call.size(); ++i) {
    if (states.get(i) != cel::State::kTrue) continue;
    const std::optional<Decimal> decimal = Decimal::parse(digits[i]);
    if (decimal.has_value()) {
      decimals[i] = *decimal;
    } else {
      states.set(i, cel::State::kError);
    }
  }
}

/// Shows `call.size()` answers of a column from `begin` on.
void show_column(Call& call, const table::Column& column, std::size_t begin) {
  KIJUN_ASSERT(column.num_rows() >= begin + call.size());
  Vector& out = call.out;
  show_missing(column.missing.data() + begin, call.size(), out.states);
  if (column.type == table::FieldType::kBool && !column.ints.empty()) {
    Word* values = out.states.make(StatePlanes::kTruePlane);
    for (std::size_t i = 0; i < call.size(); ++i) {
      const Word is_false = column.ints[begin + i] == 0 ? 1 : 0;
      values[i / StatePlanes::kWordBits] &= ~(is_false << (i % StatePlanes::kWordBits));
    }
  }
  out.make_array(call.instruction.kind, call.size());  // for a column of missing answers that has no type
  out.missing = column.missing.data() + begin;
  if (!column.ints.empty()) out.ints = column.ints.data() + begin;
  if (!column.doubles.empty()) out.doubles = column.doubles.data() + begin;
  if (!column.strings.empty()) out.strings = column.strings.data() + begin;
  if (!column.codes.empty()) out.codes = column.codes.data() + begin;
  if (!column.lists.empty()) out.lists = column.lists.data() + begin;
  out.dictionary = column.dictionary;
  if (call.instruction.kind == ValueKind::kDecimal && !column.strings.empty()) read_decimals(call, out.strings);
}

const table::Column& block_column(const Call& call) {
  KIJUN_ASSERT(call.frame.block != nullptr);
  return call.frame.block->columns[call.frame.column_of[call.instruction.index]];
}

table::SubjectRange subjects_of(const Call& call) {
  return {call.instruction.space, call.frame.first, static_cast<std::uint32_t>(call.size())};
}

void all_present(Call& call) { call.out.states.fill(call.size(), cel::State::kTrue); }

/// The part of a record's description that `op` names.
std::string_view describe(const table::RecordHeader& record, Op op) {
  if (op == Op::kCode) return record.code;
  return op == Op::kName ? record.name : record.kind;
}

}  // namespace

void eval_field(Call& call) {
  if (call.instruction.space == table::kRecordSpace) {
    show_column(call, block_column(call), 0);
  } else {
    show_column(call, call.prepared.column, call.frame.first);
  }
}

void eval_attribute(Call& call) { show_column(call, call.prepared.column, call.frame.first); }

void eval_earlier_field(Call& call) {
  const Frame& frame = call.frame;
  table::EarlierSurvey survey{false, call.instruction.steps};
  if (call.num_args() > 0) {
    const Vector& year = call.arg(0);
    const cel::State state = year.states.get(0);
    if (state != cel::State::kTrue) {
      call.out.make_array(call.instruction.kind, call.size());
      call.out.states.fill(call.size(), state);
      return;
    }
    survey = {true, year.ints[0]};
  }
  call.out.column = frame.survey.earlier_field(survey, call.instruction.index, subjects_of(call));
  show_column(call, call.out.column, 0);
}

void eval_known_earlier(Call& call) {
  const std::vector<MissingReason> missing =
      call.frame.survey.missing_earlier({false, call.instruction.steps}, subjects_of(call));
  StatePlanes& out = call.out.states;
  show_missing(missing.data(), call.size(), out);
  // Where the list of years has ended nothing is unknown: that survey does not know the subject.
  Word* ended = out.make(StatePlanes::kNotApplicablePlane);
  for (std::size_t word = 0; word < out.num_words(); ++word) ended[word] = 0;
}

void eval_description(Call& call) {
  std::string_view* out = call.out.make_strings(call.size());
  const Op op = call.instruction.op;
  all_present(call);
  if (call.instruction.space == table::kRecordSpace) {
    for (std::size_t i = 0; i < call.size(); ++i) out[i] = describe(call.frame.block->records[i], op);
    return;
  }
  const auto& names = call.frame.survey.groups(static_cast<table::GroupId>(call.instruction.space - 1));
  for (std::size_t i = 0; i < call.size(); ++i) {
    const table::SubjectName& name = names[call.frame.first + i];
    out[i] = op == Op::kCode ? std::string_view(name.code) : std::string_view(name.name.ja);
  }
}

void eval_raw(Call& call) {
  const auto& column = call.frame.block->raw_columns[call.frame.raw_column_of[call.instruction.index]];
  all_present(call);
  call.out.strings = column.data();
}

void eval_missing_reason(Call& call) {
  static const std::vector<std::string_view> kIds = [] {
    std::vector<std::string_view> ids;
    for (unsigned reason = 0; reason < kNumReasons; ++reason)
      ids.push_back(table::reason_id(static_cast<MissingReason>(reason)));
    return ids;
  }();
  std::uint32_t* out = call.out.make_codes(call.size());
  call.out.dictionary = &kIds;
  all_present(call);
  const MissingReason* missing = call.arg(0).missing;
  for (std::size_t i = 0; i < call.size(); ++i) out[i] = static_cast<std::uint32_t>(missing[i]);
}

void eval_answered(Call& call) {
  const StatePlanes& operand = call.arg(0).states;
  StatePlanes& out = call.out.states;
  out.reset(call.size());
  Word* values = out.make(StatePlanes::kTruePlane);
  for (std::size_t word = 0; word < out.num_words(); ++word) {
    values[word] = ~operand.undecided_word(word) & out.mask(word);
  }
}

}  // namespace kijun::exec
