#pragma once

#include <array>

#include "engine/diag/diagnostic.h"

namespace kijun::cli {

inline constexpr diag::Definition kFileInTheWay{
    "KJ4901",
    "file-in-the-way",
    diag::Level::kError,
    {"作るファイルと同じ名前のものが既に{0}件あります：{1}", "{0} of the files to be made are there already: {1}"},
    {"何も書いていません。別のフォルダーを指定するか、あるものを移してください",
     "nothing was written; name another folder, or move what is there"}};

inline constexpr diag::Definition kNoReport{
    "KJ4902",
    "no-report",
    diag::Level::kError,
    {"`{0}`は確かめられる報告書ではありません", "`{0}` is no report that can be verified"},
    {"`kijun audit --out`がjson、html、sarif又はsarif-githubとして書いたファイルを指定してください",
     "name a file that `kijun audit --out` wrote as json, html, sarif or sarif-github"}};

inline constexpr diag::Definition kReportCut{
    "KJ4903",
    "report-cut",
    diag::Level::kError,
    {"報告書がここで途切れていて、何から作られたかが残っていません",
     "the report ends here, before what it was made of"},
    {"完全なファイルを取り直すか、作り直してください", "fetch the whole file, or make the report again"}};

inline constexpr diag::Definition kNoProvenance{
    "KJ4904",
    "no-provenance",
    diag::Level::kError,
    {"`{0}`には何から作られたかが書かれていません", "`{0}` does not say what it was made of"},
    {"結果に至らなかった判定の報告書か、書式を整え直したものです。kijunが書いたままの報告書を指定してください",
     "it is of an audit that came to no result, or was laid out anew; name a report as kijun wrote it"}};

inline constexpr diag::Definition kUnknownProvenance{
    "KJ4905",
    "unknown-provenance",
    diag::Level::kError,
    {"`{0}`の来歴の形式`{1}`を、この版は知りません（知っているのは`{2}`）",
     "the provenance of `{0}` has the form `{1}`, this version knows `{2}`"},
    {"報告書を作った版のkijunで確かめてください", "verify with the version of kijun that made the report"}};

inline constexpr diag::Definition kBrokenProvenance{
    "KJ4906",
    "broken-provenance",
    diag::Level::kError,
    {"`{0}`の来歴の`{1}`が読めません", "`{1}` in the provenance of `{0}` cannot be read"},
    {"報告書は書き換えられています。元のファイルを取り直してください",
     "somebody has changed the report; fetch the original"}};

/// Every diagnostic of this module.
inline constexpr std::array kDiagnostics{&kFileInTheWay,      &kNoReport, &kReportCut, &kNoProvenance,
                                         &kUnknownProvenance, &kBrokenProvenance};

}  // namespace kijun::cli
