// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/sha256.h"

#include "storage/file_opening.h"

#include <openssl/evp.h>

#include <array>
#include <memory>
#include <string_view>
#include <vector>

namespace limpid {

namespace {

class Sha256 {
public:
    Sha256()
        : m_context(EVP_MD_CTX_new()) {
        m_good = m_context && EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr) == 1;
    }

    void add(std::span<const std::byte> bytes) {
        m_good = m_good && EVP_DigestUpdate(m_context.get(), bytes.data(), bytes.size()) == 1;
    }

    Result<std::string> hexDigits() {
        std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
        unsigned int length = 0;
        if (!m_good || EVP_DigestFinal_ex(m_context.get(), digest.data(), &length) != 1)
            return fail(ErrorCode::Internal, {"computing a checksum"});
        constexpr std::string_view digits = "0123456789abcdef";
        std::string hex;
        for (unsigned int i = 0; i < length; ++i) {
            hex += digits[digest[i] >> 4U];
            hex += digits[digest[i] & 0x0FU];
        }
        return hex;
    }

private:
    struct Release {
        void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
    };
    std::unique_ptr<EVP_MD_CTX, Release> m_context;
    bool m_good = false;
};

} // namespace

Result<std::string> sha256Of(std::span<const std::byte> bytes) {
    Sha256 sum;
    sum.add(bytes);
    return sum.hexDigits();
}

Result<std::string> sha256OfFile(const std::filesystem::path& path) {
    auto file = openForReading(path);
    if (!file)
        return fail(std::move(file.error()));
    Sha256 sum;
    std::vector<char> piece(1U << 20U);
    while (file->stream) {
        file->stream.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        sum.add(std::as_bytes(std::span(piece.data(), static_cast<std::size_t>(file->stream.gcount()))));
    }
    if (!file->stream.eof())
        return fail(ErrorCode::ReadFailed, {path.string()});
    return sum.hexDigits();
}

} // namespace limpid
