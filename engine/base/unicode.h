#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kijun {

/// Columns that `text` takes on a terminal: kana and kanji 2, half-width kana 1, combining marks and controls 0
/// (utf8proc's `charwidth`). Ambiguous characters (○ △ × ①) take `ambiguous_width` columns, 1 or 2.
[[nodiscard]] std::size_t display_width(std::string_view text, std::size_t ambiguous_width = 1);

/// NFKC of well-formed UTF-8; ill-formed input comes back unchanged.
[[nodiscard]] std::string nfkc(std::string_view text);

/// NFC of well-formed UTF-8; ill-formed input comes back unchanged.
[[nodiscard]] std::string nfc(std::string_view text);

/// The form names are compared in: NFKC, ASCII lower case, white space removed, small and large ヶ ケ ｹ ガ が of place
/// names folded to ケ.
[[nodiscard]] std::string fold_name(std::string_view text);

/// True when `text` can start an identifier of the rule language's profile (Unicode XID_Start or `_`).
[[nodiscard]] bool is_identifier_start(char32_t code_point);

/// True when `text` can continue an identifier (Unicode XID_Continue).
[[nodiscard]] bool is_identifier_continue(char32_t code_point);

/// Replaces what could disturb a terminal or reorder text (C0/C1 controls except line feed and tab, bidi controls)
/// by visible `\u{XXXX}` escapes; ill-formed bytes become `\x{XX}`.
[[nodiscard]] std::string escape_controls(std::string_view text);

/// `escape_controls` with line breaks as " / " and no command of a CI runner in it: a note within a line of a terminal.
[[nodiscard]] std::string single_line(std::string_view text);

}  // namespace kijun
