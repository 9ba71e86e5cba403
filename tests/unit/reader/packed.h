// Compressed data and archives, made for a test by the libraries themselves.
#pragma once

#include <archive.h>
#include <archive_entry.h>

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace newswash::testing {

using Members = std::vector<std::pair<std::string, std::string>>;

struct Packer {
  int (*format)(archive*);
  int (*filter)(archive*);
};

inline const Packer kGzip{archive_write_set_format_raw, archive_write_add_filter_gzip};
inline const Packer kZstd{archive_write_set_format_raw, archive_write_add_filter_zstd};
inline const Packer kXz{archive_write_set_format_raw, archive_write_add_filter_xz};
inline const Packer kBzip2{archive_write_set_format_raw, archive_write_add_filter_bzip2};
inline const Packer kLz4{archive_write_set_format_raw, archive_write_add_filter_lz4};
inline const Packer kTar{archive_write_set_format_pax_restricted, archive_write_add_filter_none};
inline const Packer kTarGzip{archive_write_set_format_pax_restricted, archive_write_add_filter_gzip};
inline const Packer kTarZstd{archive_write_set_format_pax_restricted, archive_write_add_filter_zstd};
inline const Packer kZip{archive_write_set_format_zip, archive_write_add_filter_none};

/// A name that ends in a slash is a folder.
inline std::string pack(const Packer& packer, const Members& members) {
  std::string out;
  archive* const writer = archive_write_new();
  packer.format(writer);
  packer.filter(writer);
  archive_write_set_bytes_in_last_block(writer, 1);
  const auto append = [](archive*, void* to, const void* bytes, std::size_t size) -> la_ssize_t {
    static_cast<std::string*>(to)->append(static_cast<const char*>(bytes), size);
    return static_cast<la_ssize_t>(size);
  };
  archive_write_open(writer, &out, nullptr, append, nullptr);
  for (const auto& [name, bytes] : members) {
    archive_entry* const entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_filetype(entry, name.ends_with('/') ? AE_IFDIR : AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
    archive_write_header(writer, entry);
    archive_write_data(writer, bytes.data(), bytes.size());
    archive_entry_free(entry);
  }
  archive_write_close(writer);
  archive_write_free(writer);
  return out;
}

inline std::string pack(const Packer& packer, const std::string& bytes) {
  return pack(packer, Members{{"data", bytes}});
}

}  // namespace newswash::testing
