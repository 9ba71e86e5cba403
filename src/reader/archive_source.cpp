// libarchive's callbacks.
#include "reader/archive_source.h"

#include <fmt/format.h>

#include <cerrno>

namespace newswash {

ArchiveSource::ArchiveSource(ByteStream& from, FileStream* file)
    : from_(from), file_(file), block_(kStreamBlock), archive_(archive_read_new(), archive_read_free) {}

int ArchiveSource::open() {
  archive_read_set_callback_data(get(), this);
  archive_read_set_read_callback(get(), read);
  if (file_ != nullptr) archive_read_set_seek_callback(get(), seek);
  return archive_read_open1(get());
}

Error ArchiveSource::error(std::string_view what) const {
  if (failed_) return *failed_;
  const char* const why = archive_error_string(get());
  const la_int64_t at = archive_filter_bytes(get(), -1);
  return {
      ErrorCode::unreadable,
      {},
      fmt::format("{}: {} (byte {} of the packed file)", what, why == nullptr ? "no reason given" : why, at),
      {}};
}

la_ssize_t ArchiveSource::read(archive* reader, void* self, const void** block) {
  auto& source = *static_cast<ArchiveSource*>(self);
  ByteStream& from = source.file_ != nullptr ? *source.file_ : source.from_;
  auto got = from.read(source.block_.data(), source.block_.size());
  *block = source.block_.data();
  if (got) return static_cast<la_ssize_t>(*got);
  source.failed_ = got.error();
  archive_set_error(reader, EIO, "%s", got.error().message.c_str());
  return -1;
}

la_int64_t ArchiveSource::seek(archive* /*reader*/, void* self, la_int64_t offset, int whence) {
  const std::int64_t at = static_cast<ArchiveSource*>(self)->file_->seek(offset, whence);
  return at < 0 ? ARCHIVE_FATAL : at;
}

}  // namespace newswash
