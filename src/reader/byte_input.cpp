// Streams on top of streams, as many as the content asks for.
#include "reader/byte_input.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>

#include "reader/decompress.h"

namespace newswash {
namespace {

constexpr std::size_t kMostLayers = 4;  // compressed again and again: no one does that for good

Error named(Error error, const std::string& member) {
  error.message = fmt::format("{}: {}", member, error.message);
  return error;
}

/// Unpacks `from` until what is seen is compressed no longer; `top` is what to read then.
Result<ContentKind> unpack_all(PeekedStream& from, std::vector<UnpackedLayer>& layers, PeekedStream*& top) {
  layers.clear();
  for (top = &from;;) {
    const ContentKind kind = content_kind(top->peek());
    if (kind == ContentKind::plain || is_archive(kind)) return kind;
    if (layers.size() == kMostLayers)
      return Error{ErrorCode::unreadable, {}, "it is compressed more than four times over", {}};
    UnpackedLayer layer{unpacked(kind, *top), std::make_unique<PeekedStream>()};
    layer.peeked->begin(*layer.unpacked);
    top = layer.peeked.get();
    layers.push_back(std::move(layer));
  }
}

}  // namespace

void PeekedStream::begin(ByteStream& from) {
  from_ = &from;
  begin_ = end_ = 0;
  failed_.reset();
  do {
    auto got = from.read(head_.data() + end_, head_.size() - end_);
    if (!got) failed_ = got.error();
    if (!got || *got == 0) return;
    end_ += *got;
  } while (may_change(peek()));
}

Result<std::size_t> PeekedStream::read(char* into, std::size_t room) {
  if (begin_ < end_) {
    const std::size_t given = std::min(room, end_ - begin_);
    std::memcpy(into, head_.data() + begin_, given);
    begin_ += given;
    return given;
  }
  if (!failed_) return from_->read(into, room);
  const Error error = *std::move(failed_);
  failed_.reset();
  return error;
}

std::optional<Error> ByteInput::open(const Source& source) {
  text_ = nullptr;
  begun_ = false;
  archive_.reset();  // what is read through others goes first
  member_layers_.clear();
  layers_.clear();
  return file_.open(source.path);
}

std::optional<Result<ByteInput::Member>> ByteInput::next_member() {
  text_ = nullptr;
  if (!begun_) return begin();
  if (archive_ != nullptr) return next_in_archive();
  return std::nullopt;
}

std::optional<Result<ByteInput::Member>> ByteInput::begin() {
  begun_ = true;
  first_.begin(file_);
  PeekedStream* top = nullptr;
  const auto kind = unpack_all(first_, layers_, top);
  if (!kind) return Result<Member>(kind.error());
  if (is_archive(*kind)) return open_archive(*kind, *top), next_in_archive();
  text_ = top;
  return Result<Member>(Member{{}, !layers_.empty()});
}

/// A zip lists its members at its end, which a pipe can't be asked for.
void ByteInput::open_archive(ContentKind kind, ByteStream& from) {
  const bool seeks = kind == ContentKind::zip && layers_.empty() && file_.seek(0, SEEK_SET) == 0;
  archive_ = std::make_unique<Archive>(kind, from, seeks ? &file_ : nullptr);
}

std::optional<Result<ByteInput::Member>> ByteInput::next_in_archive() {
  auto name = archive_->next_member();
  if (!name) return std::nullopt;
  if (!*name) return Result<Member>(name->error());
  member_first_.begin(*archive_);
  PeekedStream* top = nullptr;
  const auto kind = unpack_all(member_first_, member_layers_, top);
  if (!kind) return Result<Member>(named(kind.error(), **name));
  if (is_archive(*kind)) {
    return Result<Member>(named(
        {ErrorCode::unreadable, {}, fmt::format("a {} inside an archive is not opened", name_of(*kind)), {}},
        **name));
  }
  text_ = top;
  return Result<Member>(Member{**std::move(name), true});
}

Result<std::size_t> ByteInput::read(char* into, std::size_t room) {
  return text_ == nullptr ? Result<std::size_t>(std::size_t{0}) : text_->read(into, room);
}

}  // namespace newswash
