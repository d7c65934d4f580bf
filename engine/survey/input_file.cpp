#include "engine/survey/input_file.h"

#include <utility>

#include "engine/base/cp932.h"
#include "engine/base/sha256.h"
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

Decoded decode(std::string_view bytes, Encoding encoding) {
  if (encoding == Encoding::kCp932) {
    Cp932Decoded decoded = decode_cp932(bytes);
    return {std::move(decoded.text), decoded.first_invalid_byte};
  }
  const std::size_t skipped = bytes.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  const std::string_view text = bytes.substr(skipped);
  const std::optional<std::size_t> invalid = find_invalid_utf8(text);
  if (!invalid) return {std::string(text), std::nullopt};
  return {std::string(text.substr(0, *invalid)), skipped + *invalid};
}

}  // namespace

const diag::Source* decode_file(const std::string& path, std::string_view bytes, Encoding encoding,
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

const diag::Source* load_input(const InputRequest& request, LoadContext& context, std::vector<InputFile>& inputs) {
  const std::string path = join_path(request.directory, request.name);
  const Result<std::string> bytes = context.files.read(path);
  if (!bytes) {
    context.sink.report(kUnreadableFile, request.place, request.name, bytes.error().in(Language::kJapanese),
                        bytes.error().in(Language::kEnglish));
    return nullptr;
  }
  const diag::Source* source = decode_file(path, *bytes, request.encoding, context.sources, context.sink);
  if (source != nullptr) inputs.push_back({request.role, request.name, sha256_hex(*bytes), source});
  return source;
}

}  // namespace kijun::survey
