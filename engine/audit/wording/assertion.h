#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/base/language.h"

namespace kijun::audit {

/// How a Japanese predicate conjugates, named by what its plain form ends in.
enum class Ending : std::uint8_t { kDearu, kAru, kSuru, kIchidan, kMu, kRu, kTsu };

/// A predicate in both languages: a Japanese one as what stands before its ending, an English one in full.
struct Predicate {
  std::string ja;
  Ending ending = Ending::kDearu;
  bool denied = false;  ///< The ending denies: でない, しない.
  std::string en;
};

/// What a condition says: a statement with its denial, or several of them joined. A denial is moved down to the
/// statements (three-valued logic allows that), so no sentence denies a sentence.
struct Assertion {
  enum class Kind : std::uint8_t {
    kStatement,
    kAll,     ///< Every part.
    kAny,     ///< One or more of the parts.
    kSwitch,  ///< If the first part holds the second, else the third.
  };
  Kind kind = Kind::kStatement;
  Predicate holds;
  Predicate fails;
  /// Of a statement that something is of a value: what, and which values. Two such about the same thing become one.
  LocalizedText subject = {};
  std::vector<LocalizedText> values = {};
  bool is_denied = false;      ///< Of such a statement: that it is none of the values.
  bool lacks_subject = false;  ///< Of a statement that says nothing of whom it is said: 「…」に該当する.
  std::vector<Assertion> parts = {};
};

/// A statement and its denial; the Japanese one is denied by its ending.
[[nodiscard]] Assertion statement(std::string ja, Ending ending, std::string en, std::string en_denied);
/// That `subject` is one of `values`.
[[nodiscard]] Assertion is_one_of(LocalizedText subject, std::vector<LocalizedText> values);
/// Clauses joined by `kAll` or `kAny`; those of the same kind are taken apart, and neighbours that say of what value the
/// same thing is become one statement.
[[nodiscard]] Assertion join(Assertion::Kind kind, std::vector<Assertion> parts);
/// That a clause does not hold.
[[nodiscard]] Assertion deny(Assertion clause);

/// What a sentence is for, which is what Japanese ends it with: 場合, こと, or the plain form within another sentence.
enum class SentenceUse : std::uint8_t { kCase, kDuty, kInner };

/// A clause as a sentence without a full stop. What does not fit on a line, but within another sentence, is a list of
/// lines as a regulation has it.
[[nodiscard]] LocalizedText sentence_of(const Assertion& clause, SentenceUse use);

}  // namespace kijun::audit
