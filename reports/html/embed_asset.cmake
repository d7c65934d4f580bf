# cmake -DINPUTS=a.css;b.css -DOUTPUT=report_css.cpp -DNAME=kReportStyle -P embed_asset.cmake
#
# Writes the files' text, one after the other, as a C++ string; no asset may contain the delimiter.
set(all "")
foreach(input IN LISTS INPUTS)
  file(READ "${input}" text)
  string(APPEND all "${text}")
endforeach()
string(FIND "${all}" ")kijun\"" clash)
if(NOT clash EQUAL -1)
  message(FATAL_ERROR "one of ${INPUTS} contains the delimiter of its own string")
endif()
file(WRITE "${OUTPUT}" "#include \"reports/html/assets.h\"\n\nnamespace kijun::reports {\n\n"
  "const std::string_view ${NAME} = R\"kijun(${all})kijun\";\n\n}  // namespace kijun::reports\n")
