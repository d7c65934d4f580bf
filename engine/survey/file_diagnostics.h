#pragma once

#include "engine/diag/diagnostic.h"

namespace kijun::survey {

using diag::Definition;
using diag::Level;

inline constexpr Definition kUnreadableFile{
    "KJ4001",
    "unreadable-file",
    Level::kError,
    {"ファイル`{0}`を読めません（{1}）", "file `{0}` cannot be read: {2}"},
    {"パスは、これを書いたファイルのあるフォルダーからの相対パスで書いてください",
     "write the path relative to the folder of the file that names it"}};

inline constexpr Definition kUndecodableByte{
    "KJ4002",
    "undecodable-byte",
    Level::kError,
    {"{0}として読めないバイト 0x{1:02X} があります（ファイルの先頭から{2}バイト目）",
     "byte 0x{1:02X} is not {0} (offset {2} of the file)"},
    {"回答ファイルの実際の文字コードを調査の定義の`encoding`（\"utf-8\"又は\"cp932\"）に書くか、UTF-8で保存し直して"
     "ください。ほかのファイルはUTF-8で保存してください",
     "`encoding` in survey.toml says how the answer file is saved (\"utf-8\" or \"cp932\"); all other files are "
     "UTF-8"}};

inline constexpr Definition kNulByte{"KJ4003",
                                     "nul-byte",
                                     Level::kError,
                                     {"文字列でないバイト（NUL）があります（ファイルの先頭から{0}バイト目）",
                                      "a NUL byte, which no text has (offset {0} of the file)"},
                                     {"CSV UTF-8形式で保存し直してください。UTF-16のファイルは読めません",
                                      "save it again as CSV UTF-8; UTF-16 is not read"}};

inline constexpr Definition kEmptyFile{"KJ4004",
                                       "empty-file",
                                       Level::kError,
                                       {"見出し行がありません", "there is no heading row"},
                                       {"見出しと1団体1行の回答を書いたファイルを指定してください",
                                        "give a file with a heading row and one row per municipality"}};

inline constexpr Definition kUnterminatedQuote{
    "KJ4005",
    "unterminated-quote",
    Level::kError,
    {"引用符`\"`が閉じていません", "quote `\"` is never closed"},
    {"セルの終わりに`\"`を補ってください。この行は読み飛ばしました", "close the cell with `\"`; this record was lost"}};

inline constexpr Definition kStrayQuote{
    "KJ4006",
    "stray-quote",
    Level::kError,
    {"引用符で始まらないセルの中に`\"`があります", "`\"` inside a cell that does not start with one"},
    {"セル全体を`\"`で囲み、中の`\"`は`\"\"`と書いてください。この行は読み飛ばしました",
     "enclose the cell in `\"` and double the quote inside; this record was lost"}};

inline constexpr Definition kTextAfterQuote{
    "KJ4007",
    "text-after-quote",
    Level::kError,
    {"閉じた引用符の後に文字があります", "text after the closing quote"},
    {"セルの中の`\"`は`\"\"`と書き、閉じる`\"`の直後はカンマか改行にしてください。この行は読み飛ばしました",
     "double quotes inside the cell; only a comma or a line end may follow the closing one; this record was lost"}};

inline constexpr Definition kWrongCellCount{
    "KJ4008",
    "wrong-cell-count",
    Level::kError,
    {"この行のセルは{0}個ですが、見出しは{1}個です", "this record has {0} cells, the heading has {1}"},
    {"カンマを含むセルを`\"`で囲み、セルの数を見出しに合わせてください。この行は読み飛ばしました",
     "enclose cells that hold commas in `\"` and give every record as many cells as the heading; this record was "
     "lost"}};

inline constexpr Definition kCellTooLong{"KJ4009",
                                         "cell-too-long",
                                         Level::kError,
                                         {"セルが長過ぎます（上限{0}バイト）", "cell is longer than {0} bytes"},
                                         {"引用符の閉じ忘れがないか確かめてください。この行は読み飛ばしました",
                                          "look for a quote that is not closed; this record was lost"}};

inline constexpr Definition kBlankRecord{
    "KJ4010",
    "blank-record",
    Level::kNotice,
    {"すべてのセルが空の行を読み飛ばしました", "a record without any content was skipped"},
    {"", ""}};

}  // namespace kijun::survey
