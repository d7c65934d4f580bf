#pragma once

#include <array>

#include "engine/diag/example.h"
#include "engine/survey/decision_diagnostics.h"

namespace kijun::survey {

/// A wrong and a right text for each diagnostic of decision_diagnostics.h.
inline constexpr std::array kDecisionExamples{
    diag::Example{&kDecisionSubject, diag::ExamplePlace::kDecisions,
                  R"(kind = "correction"
subject = "992038")",
                  R"(kind = "correction"
subject = "992020")"},
    diag::Example{&kDecisionField, diag::ExamplePlace::kDecisions,
                  R"(field = "councill"
answer = "△"
value = "established")",
                  R"(field = "council"
answer = "△"
value = "established")"},
    diag::Example{&kDecisionValue, diag::ExamplePlace::kDecisions,
                  R"(field = "council"
answer = "△"
value = "○")",
                  R"(field = "council"
answer = "△"
value = "established")"},
    diag::Example{&kNotAReading, diag::ExamplePlace::kDecisions,
                  R"(note = "council_note"
…
values = { budget_evidence = "supported" })",
                  R"(note = "council_note"
…
values = { council_evidence = "supported" })"},
    diag::Example{&kQuoteNotInNote, diag::ExamplePlace::kDecisions,
                  R"(note = "council_note"
quote = "令和元年度に設置予定")",
                  R"(note = "council_note"
quote = "平成31年度に設置予定")"},
    diag::Example{&kStaleReading, diag::ExamplePlace::kDecisions,
                  R"(quote = "平成31年度に設置予定"
hash = "sha256:9f95b55d887430210ff43ba3278f5c2a7c125f350670284dc66869e87d38d013")",
                  R"(quote = "平成32年度に設置予定"
hash = "sha256:5157a3848d6391aa20ccd7c8803de68250995f25e0e7413eaf326e453bb6d179")"},
    diag::Example{&kStaleCorrection, diag::ExamplePlace::kDecisions,
                  R"(field = "council"
answer = "△"
value = "established")",
                  R"(field = "council"
answer = "×"
value = "established")"},
    diag::Example{&kAttestationOverAnswer, diag::ExamplePlace::kDecisions,
                  R"(kind = "attestation"
subject = "992020"
field = "coordinator_plan"
value = "intended")",
                  R"(kind = "correction"
subject = "992020"
field = "coordinator_plan"
answer = "×"
value = "intended")"},
    diag::Example{&kDecidedTwice, diag::ExamplePlace::kDecisions,
                  R"(subject = "992020"
field = "coordinator_fact"
value = "placed"
…
subject = "992020"
field = "coordinator_fact"
value = "not_placed")",
                  R"(subject = "992020"
field = "coordinator_fact"
value = "placed"
…
subject = "993018"
field = "coordinator_fact"
value = "not_placed")"},
    diag::Example{&kMalformedHash, diag::ExamplePlace::kDecisions,
                  R"(hash = "9f95b55d887430210ff43ba3278f5c2a7c125f350670284dc66869e87d38d013")",
                  R"(hash = "sha256:9f95b55d887430210ff43ba3278f5c2a7c125f350670284dc66869e87d38d013")"},
    diag::Example{&kDecisionWithoutRow, diag::ExamplePlace::kDecisions,
                  R"(kind = "correction"
subject = "990001")",
                  R"(kind = "correction"
subject = "992020")"},
    diag::Example{&kFieldNotDecidable, diag::ExamplePlace::kDecisions,
                  R"(field = "council_note"
answer = "△"
value = "設置済み")",
                  R"(field = "council"
answer = "△"
value = "established")"},
    diag::Example{&kFieldOfOtherKind, diag::ExamplePlace::kDecisions,
                  R"(field = "support_centre"
value = "established")",
                  R"(field = "coordinator_fact"
value = "placed")"},
    diag::Example{&kWaivedTwice, diag::ExamplePlace::kDecisions,
                  R"(until = 2020-03-31
…
until = 2021-03-31
…
when = 2020-02-10)",
                  R"(until = 2020-02-09
…
until = 2021-03-31
…
when = 2020-02-10)"},
};

}  // namespace kijun::survey
