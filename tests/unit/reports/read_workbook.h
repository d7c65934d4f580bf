#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace kijun::reports {

/// A cell as it is read back: a text or a number.
struct ReadCell {
  std::string text;
  std::optional<double> number;
};

/// A sheet as it is read back, with its XML for what is not content.
struct ReadSheet {
  std::string name;
  std::string xml;
  std::string relations;                                          ///< Links and drawings.
  std::map<std::pair<std::size_t, std::size_t>, ReadCell> cells;  ///< By row and column from 0; blank ones left out.
  std::size_t num_rows = 0;

  /// The cell, empty where nothing stands.
  [[nodiscard]] ReadCell at(std::size_t row, std::size_t column) const;
  /// The texts of a row, up to the last.
  [[nodiscard]] std::vector<std::string> texts(std::size_t row) const;
  /// The column of a heading in the first row.
  [[nodiscard]] std::size_t column(const std::string& heading) const;
  /// The first row whose first cell has this text.
  [[nodiscard]] std::size_t row(const std::string& first) const;
};

/// A workbook as it is read back, by way of zlib.
struct ReadWorkbook {
  std::map<std::string, std::string> parts;
  std::vector<ReadSheet> sheets;

  [[nodiscard]] const ReadSheet& sheet(const std::string& name) const;
};

/// The parts of a zip file by name, read through its central directory (PKWARE APPNOTE 4.3.12).
[[nodiscard]] std::map<std::string, std::string> parts_of(const std::string& zip);

[[nodiscard]] ReadWorkbook read_workbook(const std::string& bytes);

}  // namespace kijun::reports
