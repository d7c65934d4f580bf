# cmake -DINPUT=report.css -DOUTPUT=report_css.cpp -DNAME=kReportStyle -P embed_asset.cmake
#
# Writes the file's text as a C++ string; no asset may contain the delimiter.
file(READ "${INPUT}" text)
string(FIND "${text}" ")kijun\"" clash)
if(NOT clash EQUAL -1)
  message(FATAL_ERROR "${INPUT} contains the delimiter of its own string")
endif()
file(WRITE "${OUTPUT}" "#include \"reports/html/assets.h\"\n\nnamespace kijun::reports {\n\n"
  "const std::string_view ${NAME} = R\"kijun(${text})kijun\";\n\n}  // namespace kijun::reports\n")
