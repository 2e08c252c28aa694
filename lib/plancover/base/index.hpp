// Strong indexes: the position of an entity in its table, as a type of its own per
// kind of entity, so that a session's index is never used where an attendee's is meant.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <vector>

namespace plancover {

template <class Kind>
struct Index {
  std::uint32_t value = 0;

  constexpr Index() = default;
  constexpr explicit Index(std::size_t position) : value(static_cast<std::uint32_t>(position)) {}
  friend constexpr auto operator<=>(Index, Index) = default;
};

/// The first so many indexes, in order; a list of them where one is asked for.
template <class I>
class Indexes {
 public:
  class Iterator {
   public:
    explicit Iterator(std::size_t position) : position_(position) {}
    I operator*() const { return I{position_}; }
    Iterator& operator++() {
      ++position_;
      return *this;
    }
    friend bool operator==(Iterator, Iterator) = default;

   private:
    std::size_t position_;
  };

  explicit Indexes(std::size_t size) : size_(size) {}
  [[nodiscard]] Iterator begin() const { return Iterator(0); }
  [[nodiscard]] Iterator end() const { return Iterator(size_); }

  // Implicit: whoever asks for a list of indexes is given these.
  operator std::vector<I>() const {
    std::vector<I> all;
    all.reserve(size_);
    for (const I index : *this) all.push_back(index);
    return all;
  }

 private:
  std::size_t size_;
};

/// A vector whose positions are of one index type only.
template <class I, class T>
class Table {
 public:
  Table() = default;
  Table(std::initializer_list<T> rows) : rows_(rows) {}
  explicit Table(std::size_t size, const T& row = T{}) : rows_(size, row) {}

  I add(T row) {
    rows_.push_back(std::move(row));
    return I{rows_.size() - 1};
  }

  typename std::vector<T>::reference operator[](I index) { return rows_[index.value]; }
  typename std::vector<T>::const_reference operator[](I index) const { return rows_[index.value]; }

  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  [[nodiscard]] bool empty() const { return rows_.empty(); }
  [[nodiscard]] bool contains(I index) const { return index.value < rows_.size(); }

  auto begin() { return rows_.begin(); }
  auto end() { return rows_.end(); }
  auto begin() const { return rows_.begin(); }
  auto end() const { return rows_.end(); }

  /// Every index of the table, in order: for (auto i : table.indexes()).
  [[nodiscard]] Indexes<I> indexes() const { return Indexes<I>(rows_.size()); }

 private:
  std::vector<T> rows_;
};

}  // namespace plancover
