// One row of comma- or tab-separated values: its fields, without quotes (RFC 4180).
#pragma once

#include <newswash/source.h>

#include <string>
#include <string_view>
#include <vector>

namespace newswash {

/// Appends the row's fields to `fields`; views of `row`, or of `unquoted` where a doubled quote had to go.
/// `unquoted` is made large enough before, so that views stay.
void split_csv_row(std::string_view row, char delimiter, std::vector<std::string_view>& fields,
                   std::string& unquoted);

constexpr char csv_delimiter(Framing framing) noexcept {
  return framing == Framing::tsv ? '\t' : ',';
}

/// The names in a header row, each once: a second "x" is "x_2". Bytes that are no UTF-8 are read as
/// windows-1252.
std::vector<std::string> csv_header(std::string_view row, Framing framing);

}  // namespace newswash
