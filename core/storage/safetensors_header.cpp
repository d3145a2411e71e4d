// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/safetensors_header.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <istream>
#include <limits>
#include <unordered_set>
#include <utility>

namespace limpid {

namespace {

constexpr std::string_view metadataKey = "__metadata__";

struct TypeName {
    std::string_view name;
    at::ScalarType dtype;
};

constexpr auto typeNames = std::to_array<TypeName>({
    {"F64", at::kDouble},
    {"F32", at::kFloat},
    {"F16", at::kHalf},
    {"BF16", at::kBFloat16},
    {"I64", at::kLong},
    {"I32", at::kInt},
    {"I16", at::kShort},
    {"I8", at::kChar},
    {"U8", at::kByte},
    {"BOOL", at::kBool},
});

/// Takes the header apart as it is parsed and stops at the first thing that does not belong there, so that a hostile
/// header of 100 MB never becomes a tree of values in memory.
class HeaderReader : public nlohmann::json_sax<nlohmann::json> {
public:
    explicit HeaderReader(const SafetensorsLimits& limits)
        : m_limits(limits) {}

    std::vector<SafetensorsEntry> entries;
    std::map<std::string, std::string> metadata;
    std::string reason; ///< Why the parse was stopped; empty when it was not.

    bool null() override { return refuse("a null value in the header"); }
    bool boolean(bool /*value*/) override { return refuse("a boolean value in the header"); }
    bool number_integer(number_integer_t /*value*/) override { return refuse("a negative number in the header"); }
    bool number_float(number_float_t /*value*/, const string_t& text) override {
        return refuse("the number " + text + " is not a whole number in range");
    }
    bool binary(binary_t& /*value*/) override { return refuse("a binary value in the header"); }

    bool number_unsigned(number_unsigned_t value) override {
        switch (m_place) {
        case Place::Shape:
            if (m_entry.shape.size() >= m_limits.dimensions)
                return refuse("too many dimensions in " + quoted(m_entry.name));
            if (value > static_cast<number_unsigned_t>(std::numeric_limits<std::int64_t>::max()))
                return refuse("a size of " + quoted(m_entry.name) + " is too large");
            m_entry.shape.push_back(static_cast<std::int64_t>(value));
            return true;
        case Place::Offsets:
            if (m_offsets.size() >= 2)
                return refuse("more than two data offsets of " + quoted(m_entry.name));
            m_offsets.push_back(value);
            return true;
        default:
            return refuse("a number where none belongs");
        }
    }

    bool string(string_t& value) override {
        if (m_place == Place::Metadata) {
            metadata[m_key] = std::move(value);
            return true;
        }
        if (m_place != Place::Entry || m_key != "dtype")
            return refuse("a text where none belongs");
        const auto found =
            std::find_if(typeNames.begin(), typeNames.end(), [&](const TypeName& type) { return type.name == value; });
        if (found == typeNames.end())
            return refuse("unknown type " + quoted(value) + " of " + quoted(m_entry.name));
        m_entry.dtype = found->dtype;
        return true;
    }

    bool start_object(std::size_t /*size*/) override {
        if (m_place == Place::Outside) {
            m_place = Place::Top;
            return true;
        }
        if (m_place != Place::Top)
            return refuse("an object where none belongs");
        m_fields.clear();
        if (m_key == metadataKey) {
            m_place = Place::Metadata;
            return true;
        }
        m_place = Place::Entry;
        m_entry = SafetensorsEntry{};
        m_entry.name = m_key;
        return true;
    }

    bool end_object() override {
        if (m_place == Place::Entry) {
            if (m_fields.size() != 3)
                return refuse(quoted(m_entry.name) + " lacks its dtype, shape or data_offsets");
            entries.push_back(std::move(m_entry));
        }
        m_place = m_place == Place::Top ? Place::Outside : Place::Top;
        return true;
    }

    bool start_array(std::size_t /*size*/) override {
        if (m_place != Place::Entry)
            return refuse("a list where none belongs");
        if (m_key == "shape") {
            m_place = Place::Shape;
            return true;
        }
        if (m_key == "data_offsets") {
            m_place = Place::Offsets;
            m_offsets.clear();
            return true;
        }
        return refuse("a list where none belongs");
    }

    bool end_array() override {
        if (m_place == Place::Offsets) {
            if (m_offsets.size() != 2)
                return refuse("fewer than two data offsets of " + quoted(m_entry.name));
            m_entry.begin = m_offsets[0];
            m_entry.end = m_offsets[1];
        }
        m_place = Place::Entry;
        return true;
    }

    bool key(string_t& value) override {
        if (m_place == Place::Top) {
            if (value.empty())
                return refuse("a tensor without a name");
            if (value.size() > m_limits.nameBytes)
                return refuse("a tensor's name is too long");
            if (!m_names.insert(value).second)
                return refuse("the name " + quoted(value) + " appears twice");
        } else {
            if (!m_fields.insert(value).second)
                return refuse("the field " + quoted(value) + " appears twice");
            if (m_place == Place::Entry && value != "dtype" && value != "shape" && value != "data_offsets")
                return refuse("unknown field " + quoted(value) + " of " + quoted(m_entry.name));
        }
        m_key = std::move(value);
        return true;
    }

    bool parse_error(std::size_t position, const std::string& /*token*/,
                     const nlohmann::detail::exception& /*error*/) override {
        return refuse("the header is not JSON at byte " + std::to_string(position));
    }

private:
    enum class Place { Outside, Top, Metadata, Entry, Shape, Offsets };

    static std::string quoted(const std::string& text) {
        std::size_t length = std::min<std::size_t>(text.size(), 80);
        // Not in the middle of a UTF-8 sequence: the message may be shown or become JSON.
        while (length < text.size() && length > 0 && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80)
            --length;
        std::string result(1, '\'');
        result.append(text, 0, length).append(length < text.size() ? "...'" : "'");
        return result;
    }

    bool refuse(std::string why) {
        if (reason.empty())
            reason = std::move(why);
        return false;
    }

    const SafetensorsLimits& m_limits;
    Place m_place = Place::Outside;
    std::string m_key;
    SafetensorsEntry m_entry;
    std::vector<std::uint64_t> m_offsets;
    std::unordered_set<std::string> m_names;
    std::unordered_set<std::string> m_fields;
};

/// Bytes of a tensor of that shape and type, or nothing where the number does not fit. Sizes of zero count as one in
/// the check, because LibTorch multiplies the others when it computes strides.
std::optional<std::uint64_t> byteCount(const SafetensorsEntry& entry) {
    constexpr auto largest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    std::uint64_t bytes = c10::elementSize(entry.dtype);
    bool empty = false;
    for (const auto size : entry.shape) {
        const auto factor = static_cast<std::uint64_t>(std::max<std::int64_t>(size, 1));
        if (bytes > largest / factor)
            return std::nullopt;
        bytes *= factor;
        empty = empty || size == 0;
    }
    return empty ? 0 : bytes;
}

/// Why the entries do not tile the data exactly, or an empty text.
std::string tilingProblem(const std::vector<SafetensorsEntry>& entries, std::uint64_t dataBytes) {
    for (const auto& entry : entries) {
        if (entry.begin > entry.end)
            return "the data of '" + entry.name + "' ends before it begins";
        if (entry.end > dataBytes)
            return "the data of '" + entry.name + "' lies outside the file";
        const auto bytes = byteCount(entry);
        if (!bytes)
            return "the shape of '" + entry.name + "' is too large";
        if (*bytes != entry.end - entry.begin)
            return "the data of '" + entry.name + "' does not have the size of its shape";
    }
    std::vector<const SafetensorsEntry*> byPlace;
    byPlace.reserve(entries.size());
    for (const auto& entry : entries)
        byPlace.push_back(&entry);
    std::sort(byPlace.begin(), byPlace.end(), [](const auto* left, const auto* right) {
        return std::pair(left->begin, left->end) < std::pair(right->begin, right->end);
    });
    std::uint64_t covered = 0;
    for (const auto* entry : byPlace) {
        if (entry->begin < covered)
            return "the data of '" + entry->name + "' overlaps another tensor's";
        if (entry->begin > covered)
            return "there is a hole before the data of '" + entry->name + "'";
        covered = entry->end;
    }
    return covered == dataBytes ? std::string() : "there are bytes behind the last tensor";
}

std::uint64_t littleEndian(const std::array<unsigned char, 8>& bytes) {
    std::uint64_t value = 0;
    for (std::size_t i = bytes.size(); i-- > 0;)
        value = (value << 8) | bytes[i];
    return value;
}

} // namespace

std::optional<std::string_view> safetensorsTypeName(at::ScalarType dtype) {
    for (const auto& type : typeNames) {
        if (type.dtype == dtype)
            return type.name;
    }
    return std::nullopt;
}

Result<SafetensorsHeader> parseSafetensorsHeader(std::istream& stream, std::uint64_t fileBytes,
                                                 const std::filesystem::path& path, const SafetensorsLimits& limits) {
    const auto corrupt = [&](const std::string& reason) {
        return fail(ErrorCode::ModelCorrupt, {path.string(), reason});
    };
    if (fileBytes == 0)
        return fail(ErrorCode::FileEmpty, {path.string()});
    std::array<unsigned char, 8> lengthBytes{};
    if (fileBytes < lengthBytes.size())
        return corrupt("it is too short to be a safetensors file");
    if (!stream.read(reinterpret_cast<char*>(lengthBytes.data()), lengthBytes.size()))
        return fail(ErrorCode::ReadFailed, {path.string()});
    const auto headerBytes = littleEndian(lengthBytes);
    if (headerBytes > limits.headerBytes)
        return corrupt("its header claims to be too long; this is no safetensors file");
    if (headerBytes > fileBytes - lengthBytes.size())
        return corrupt("it breaks off inside its header");
    std::string text(headerBytes, '\0');
    if (!stream.read(text.data(), static_cast<std::streamsize>(text.size())))
        return fail(ErrorCode::ReadFailed, {path.string()});
    if (text.empty() || text.front() != '{')
        return corrupt("its header does not begin with an object");

    HeaderReader reader(limits);
    if (!nlohmann::json::sax_parse(text, &reader))
        return corrupt(reader.reason);
    const auto dataOffset = lengthBytes.size() + headerBytes;
    if (auto problem = tilingProblem(reader.entries, fileBytes - dataOffset); !problem.empty())
        return corrupt(problem);
    return SafetensorsHeader{std::move(reader.entries), std::move(reader.metadata), dataOffset};
}

} // namespace limpid
