// Mine: see record_names.h.
#include "cli/record_names.h"

#include <fmt/format.h>

#include <algorithm>

namespace newswash {
namespace {

constexpr std::size_t kMoreFollow = 0x80;  // on all bytes of a length but its last

void append_length(std::size_t length, std::string& out) {
  for (; length >= kMoreFollow; length >>= 7U)
    out += static_cast<char>(static_cast<unsigned char>(length | kMoreFollow));
  out += static_cast<char>(length);
}

std::size_t read_length(std::string_view bytes, std::size_t& at) {
  std::size_t length = 0;
  for (unsigned shift = 0;; shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes[at++]);
    length |= (byte & (kMoreFollow - 1)) << shift;
    if (byte < kMoreFollow) return length;
  }
}

}  // namespace

void RecordNames::add(std::string_view source, std::uint64_t record, std::string_view id) {
  const bool goes_on = !runs_.empty() && runs_.back().source == source &&
                       runs_.back().record + (count_ - runs_.back().first) == record;
  if (!goes_on) runs_.push_back({count_, record, std::string(source)});
  if (count_ % kIdsInBlock == 0) blocks_.push_back(ids_.size());
  append_length(id.size(), ids_);
  ids_ += id;
  ++count_;
}

std::string RecordNames::name(std::uint32_t number) const {
  const auto behind =
      std::upper_bound(runs_.begin(), runs_.end(), number,
                       [](std::uint32_t wanted, const Run& run) { return wanted < run.first; });
  const Run& run = *std::prev(behind);
  std::size_t at = blocks_[number / kIdsInBlock];
  std::size_t length = read_length(ids_, at);
  for (std::uint32_t i = number / kIdsInBlock * kIdsInBlock; i < number; ++i) {
    at += length;
    length = read_length(ids_, at);
  }
  const std::string place = fmt::format("{}, record {}", run.source, run.record + (number - run.first));
  return length == 0 ? place : fmt::format("{} ({})", place, std::string_view(ids_).substr(at, length));
}

}  // namespace newswash
