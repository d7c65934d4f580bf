#pragma once

#include <array>

#include "engine/diag/example.h"
#include "engine/survey/manifest_diagnostics.h"

namespace kijun::survey {

/// A wrong and a right text for each diagnostic of manifest_diagnostics.h.
inline constexpr std::array kManifestExamples{
    diag::Example{&kUnknownField, diag::ExamplePlace::kManifest,
                  R"(header = "想定"
field = "cordinator_plan")",
                  R"(header = "想定"
field = "coordinator_plan")"},
    diag::Example{&kMappedTwice, diag::ExamplePlace::kManifest,
                  R"(header = "想定"
field = "council")",
                  R"(header = "想定"
field = "coordinator_plan")"},
    diag::Example{&kFieldNotAskable, diag::ExamplePlace::kManifest,
                  R"(header = "想定"
field = "council_evidence")",
                  R"(header = "想定"
field = "coordinator_plan")"},
    diag::Example{&kHeaderOrIndex, diag::ExamplePlace::kManifest,
                  R"(header = "想定"
index = 4)",
                  R"(header = "想定")"},
    diag::Example{&kWrongLegend, diag::ExamplePlace::kManifest,
                  R"(marks = { "○" = "established", "△" = "planed", "×" = "none" })",
                  R"(marks = { "○" = "established", "△" = "planned", "×" = "none" })"},
    diag::Example{&kTwoSurveysOfYear, diag::ExamplePlace::kManifest,
                  R"(id = "kakuu-2018-second"
series = "kakuu")",
                  R"(id = "kakuu-2018-second"
series = "kakuu-second")"},
    diag::Example{&kSurveySetAside, diag::ExamplePlace::kManifest,
                  R"(id = "kakuu-2018"
series = "kakuu")",
                  R"(id = "kakuu-2018"
series = "kakuu-preliminary")"},
    diag::Example{&kWrongYear, diag::ExamplePlace::kManifest, "fiscal_year = 30", "fiscal_year = 2018"},
    diag::Example{&kOnlyWhenListed, diag::ExamplePlace::kManifest,
                  R"(subject_by = "code"
subject_column = "事業所番号"
name_column = "事業所名"
zone_column = "圏域")",
                  R"(subject_by = "listed"
subject_column = "事業所番号"
name_column = "事業所名"
zone_column = "圏域"
subject_kind = { id = "facility", ja = "事業所", en = "facility" })"},
    diag::Example{&kWrongSubjectKind, diag::ExamplePlace::kManifest,
                  R"(subject_kind = { id = "town", ja = "事業所", en = "facility" })",
                  R"(subject_kind = { id = "facility", ja = "事業所", en = "facility" })"},
    diag::Example{&kFieldNotOfKind, diag::ExamplePlace::kManifest,
                  R"(subject_kind = { id = "school", ja = "事業所", en = "facility" }

[[column]]
header = "定員"
field = "capacity")",
                  R"(subject_kind = { id = "facility", ja = "事業所", en = "facility" }

[[column]]
header = "定員"
field = "capacity")"},
    diag::Example{&kResubmissionOrder, diag::ExamplePlace::kManifest,
                  R"([[resubmission]]
file = "answers.csv"
received = 2019-04-10
[[resubmission]]
file = "answers.csv"
received = 2019-04-08)",
                  R"([[resubmission]]
file = "answers.csv"
received = 2019-04-08
[[resubmission]]
file = "answers.csv"
received = 2019-04-10)"},
};

}  // namespace kijun::survey
