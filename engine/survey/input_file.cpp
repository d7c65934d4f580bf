#include "engine/survey/input_file.h"

#include <optional>
#include <string_view>
#include <utility>

#include "engine/base/cp932.h"
#include "engine/base/text_check.h"
#include "engine/base/utf8.h"
#include "engine/survey/file_diagnostics.h"

namespace kijun::survey {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// A file's text as far as it decodes.
struct Decoded {
  std::string text;
  std::optional<std::size_t> bad_byte;  ///< Offset in the file.
};

std::size_t mark_size(std::string_view bytes) { return bytes.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0; }

Decoded decode(std::string_view bytes, Encoding encoding) {
  if (encoding == Encoding::kCp932) {
    Cp932Decoded decoded = decode_cp932(bytes);
    return {std::move(decoded.text), decoded.first_invalid_byte};
  }
  const std::size_t skipped = mark_size(bytes);
  const std::string_view text = bytes.substr(skipped);
  const std::optional<std::size_t> invalid = find_invalid_utf8(text);
  if (!invalid) return {std::string(text), std::nullopt};
  return {std::string(text.substr(0, *invalid)), skipped + *invalid};
}

/// A text that does not stand in its file as it is, or cannot be decoded.
const diag::Source* decode_anew(const std::string& path, std::string_view bytes, Encoding encoding,
                                diag::SourceMap& sources, diag::Sink& sink) {
  Decoded decoded = decode(bytes, encoding);
  if (decoded.bad_byte) {
    const std::size_t begin = decoded.text.size();
    decoded.text += kReplacement;
    const diag::Source& source = sources.add(path, std::move(decoded.text));
    sink.report(kUndecodableByte, {&source, begin, begin + kReplacement.size()},
                encoding == Encoding::kCp932 ? "CP932" : "UTF-8", static_cast<unsigned char>(bytes[*decoded.bad_byte]),
                *decoded.bad_byte);
    return nullptr;
  }
  const diag::Source& source = sources.add(path, std::move(decoded.text));
  if (const std::size_t nul = source.text().find('\0'); nul != std::string_view::npos) {
    sink.report(kNulByte, {&source, nul, nul + 1}, bytes.find('\0'));
    return nullptr;
  }
  return &source;
}

}  // namespace

DecodedFile decode_file(const std::string& path, std::unique_ptr<const FileBytes> bytes, Encoding encoding,
                        diag::SourceMap& sources, diag::Sink& sink) {
  const std::string_view all = bytes->view();
  const LazySha256 sha256(all);
  const std::size_t skipped = mark_size(all);
  if (encoding == Encoding::kUtf8 && is_clean_utf8(all.substr(skipped)))
    return {&sources.add(path, std::move(bytes), skipped), sha256};
  (void)sha256.hex();  // before the bytes go
  return {decode_anew(path, all, encoding, sources, sink), sha256};
}

const diag::Source* load_input(const InputRequest& request, LoadContext& context, std::vector<InputFile>& inputs) {
  const std::string path = join_path(request.directory, request.name);
  Result<std::unique_ptr<const FileBytes>> bytes = context.files.map(path);
  if (!bytes) {
    context.sink.report(kUnreadableFile, request.place, request.name, bytes.error().in(Language::kJapanese),
                        bytes.error().in(Language::kEnglish));
    return nullptr;
  }
  DecodedFile file = decode_file(path, std::move(*bytes), request.encoding, context.sources, context.sink);
  if (file.source != nullptr) inputs.push_back({request.role, request.name, file.sha256, file.source});
  return file.source;
}

}  // namespace kijun::survey
