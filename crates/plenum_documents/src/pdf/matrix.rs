//! Matrices of the plane as PDF writes them: `[a b c d e f]`.

/// Six numbers: x' = a·x + c·y + e, y' = b·x + d·y + f.
pub(super) type Matrix = [f32; 6];

/// Changes nothing.
pub(super) const IDENTITY: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// First the one, then the other.
pub(super) fn multiply(first: &Matrix, then: &Matrix) -> Matrix {
    [
        first[0] * then[0] + first[1] * then[2],
        first[0] * then[1] + first[1] * then[3],
        first[2] * then[0] + first[3] * then[2],
        first[2] * then[1] + first[3] * then[3],
        first[4] * then[0] + first[5] * then[2] + then[4],
        first[4] * then[1] + first[5] * then[3] + then[5],
    ]
}

/// A matrix from six numbers; anything else changes nothing.
pub(super) fn from_numbers(numbers: &[f32]) -> Matrix {
    numbers.try_into().unwrap_or(IDENTITY)
}
