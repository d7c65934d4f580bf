#pragma once

#include <array>

#include "engine/analysis/rules_table/table_diagnostics.h"
#include "engine/diag/example.h"

namespace kijun::analysis {

/// A wrong and a right text for each diagnostic of table_diagnostics.h.
inline constexpr std::array kTableExamples{
    diag::Example{&kTableHeading, diag::ExamplePlace::kTable, R"(kind,id,part,sevirity,)", R"(kind,id,part,severity,)"},
    diag::Example{&kTableColumnMissing, diag::ExamplePlace::kTable, R"(kind,id,,severity,)",
                  R"(kind,id,part,severity,)"},
    diag::Example{&kTableRow, diag::ExamplePlace::kTable, R"(rule,council.estblished,,)",
                  R"(rule,council.established,,)"},
    diag::Example{&kTableRowTwice, diag::ExamplePlace::kTable, R"(parameter,limit,,,,,,,,5,)",
                  R"(parameter,quota,,,,,,,,5,)"},
    diag::Example{&kTableRowMissing, diag::ExamplePlace::kTable, R"(parameter,limit,,,,,,,,2019-03-31,s798a88fa9280)",
                  R"(parameter,limit,,,,,,,,2019-03-31,s798a88fa9280
parameter,quota,,,,,,,,5,s5546b292a20b)"},
    diag::Example{&kTableStale, diag::ExamplePlace::kTable, R"(,s000000000000)", R"(,saada10c73f04)"},
    diag::Example{&kTableReadOnly, diag::ExamplePlace::kTable, R"(協議の場が「設置済み」でないこと)",
                  R"(協議の場が「設置済み」であること)"},
    diag::Example{&kTableCell, diag::ExamplePlace::kTable, R"(rule,council.established,,severe,)",
                  R"(rule,council.established,,error,)"},
    diag::Example{&kTableCellEmpty, diag::ExamplePlace::kTable, R"(rule,council.established,,,)",
                  R"(rule,council.established,,error,)"},
    diag::Example{&kTableOneLanguage, diag::ExamplePlace::kTable, R"(error,,設置を御検討ください。,,)",
                  R"(error,,設置を御検討ください。,Please consider setting it up.,)"},
    diag::Example{&kTableNoEffect, diag::ExamplePlace::kTable, R"(rule,council.established,,error,)",
                  R"(rule,council.established,,notice,)"},
};

}  // namespace kijun::analysis
