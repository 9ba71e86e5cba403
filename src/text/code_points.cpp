// The table of code_points.h, which generate_code_points.cpp wrote.
#include "text/code_points.h"

namespace newswash::code_point_table {

#include "code_point_table.inc"

}  // namespace newswash::code_point_table
