# cmake -DROOT=<folder> -DFILES=<file>,<file>… -DOUTPUT=project_template.cpp -P embed_template.cmake
#
# Writes the files of a new project, by their paths below ROOT, as one C++ table. No file may contain the delimiter.
string(REPLACE "," ";" files "${FILES}")
set(table "")
foreach(file IN LISTS files)
  file(READ "${ROOT}/${file}" text)
  string(FIND "${text}" ")kijun\"" clash)
  if(NOT clash EQUAL -1)
    message(FATAL_ERROR "${file} contains the delimiter of its own string")
  endif()
  string(APPEND table "    {\"${file}\", R\"kijun(${text})kijun\"},\n")
endforeach()
file(WRITE "${OUTPUT}" "#include \"engine/cli/project_template.h\"\n\nnamespace kijun::cli {\nnamespace {\n\n"
  "constexpr TemplateFile kFiles[] = {\n${table}};\n\n}  // namespace\n\n"
  "std::span<const TemplateFile> project_template() { return kFiles; }\n\n}  // namespace kijun::cli\n")
