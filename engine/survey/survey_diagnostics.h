#pragma once

#include <array>

#include "engine/survey/decision_diagnostics.h"
#include "engine/survey/file_diagnostics.h"
#include "engine/survey/manifest_diagnostics.h"
#include "engine/survey/register_diagnostics.h"
#include "engine/survey/row_diagnostics.h"

namespace kijun::survey {

/// Every diagnostic of this module: KJ40 files and CSV, KJ41 register, KJ42 rows, KJ43 manifest, columns and answers,
/// KJ44 zones and bodies, KJ45 decisions.
inline constexpr std::array kDiagnostics{&kUnreadableFile,
                                         &kUndecodableByte,
                                         &kNulByte,
                                         &kEmptyFile,
                                         &kUnterminatedQuote,
                                         &kStrayQuote,
                                         &kTextAfterQuote,
                                         &kWrongCellCount,
                                         &kCellTooLong,
                                         &kBlankRecord,
                                         &kBadCheckDigit,
                                         &kCodeNotValid,
                                         &kMalformedCode,
                                         &kDuplicateCode,
                                         &kUnknownKind,
                                         &kUnknownZone,
                                         &kRegisterColumn,
                                         &kRegisterValue,
                                         &kUnknownSuccessor,
                                         &kWrongValidity,
                                         &kWrongPrefecture,
                                         &kRegisterUnknownColumn,
                                         &kPrefectureInZone,
                                         &kMissingRow,
                                         &kDuplicateRow,
                                         &kUnknownSubject,
                                         &kAmbiguousSubject,
                                         &kAliasSubject,
                                         &kNameCodeDisagree,
                                         &kBlankSubject,
                                         &kNoRows,
                                         &kUnknownRowZone,
                                         &kMissingColumn,
                                         &kDuplicateHeader,
                                         &kUnmappedHeader,
                                         &kUnknownField,
                                         &kMappedTwice,
                                         &kFieldNotAskable,
                                         &kHeaderOrIndex,
                                         &kWrongLegend,
                                         &kMarkOutsideLegend,
                                         &kUnreadableAnswer,
                                         &kFoldedMark,
                                         &kAnswerNotAsked,
                                         &kTwoSurveysOfYear,
                                         &kSurveySetAside,
                                         &kWrongYear,
                                         &kOnlyWhenListed,
                                         &kWrongSubjectKind,
                                         &kFieldNotOfKind,
                                         &kDuplicateGroup,
                                         &kUnknownMember,
                                         &kPrefectureMember,
                                         &kDuplicateMember,
                                         &kDecisionSubject,
                                         &kDecisionField,
                                         &kDecisionValue,
                                         &kNotAReading,
                                         &kQuoteNotInNote,
                                         &kStaleReading,
                                         &kStaleCorrection,
                                         &kAttestationOverAnswer,
                                         &kDecidedTwice,
                                         &kMalformedHash,
                                         &kDecisionWithoutRow,
                                         &kFieldNotDecidable,
                                         &kFieldOfOtherKind};

}  // namespace kijun::survey
