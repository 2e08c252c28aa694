// The proof of a plan's bounds as text, in the words of the conference; section
// CERTIFICATE of man/plancover-certificate.5 says what each line means. Whoever has the
// planning files can check it without this library's solver.
#pragma once

#include <string>

#include "plancover/plan/plan.hpp"
#include "plancover/problem/build.hpp"
#include "plancover/solver/proof.hpp"

namespace plancover {

/// `proof` from a solve of `built`, `plan` made of its result. Ends with a new line.
[[nodiscard]] std::string certificate_text(const Conference& conference, const BuiltProblem& built, const Plan& plan,
                                           const Proof& proof);

}  // namespace plancover
