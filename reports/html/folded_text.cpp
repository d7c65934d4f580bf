#include "reports/html/folded_text.h"

#include <zlib.h>

#include "engine/base/assert.h"
#include "engine/base/base64.h"

namespace kijun::reports {

std::string fold_text(std::string_view text) {
  std::string bytes(::compressBound(text.size()), '\0');
  uLongf size = bytes.size();
  // zlib has no other type for bytes.
  const int status = ::compress2(reinterpret_cast<Bytef*>(bytes.data()), &size,
                                 reinterpret_cast<const Bytef*>(text.data()), text.size(), Z_BEST_COMPRESSION);
  KIJUN_ASSERT(status == Z_OK);  // The buffer has the size that zlib asks for.
  bytes.resize(size);
  return to_base64(bytes);
}

}  // namespace kijun::reports
