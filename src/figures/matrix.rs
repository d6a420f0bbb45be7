//! Small symmetric matrices, as far as regression needs them.

/// Pivots of a correlation matrix below this count as 0: what is left is rounding.
const LEAST_PIVOT: f64 = 1e-9;

/// A symmetric matrix.
#[derive(Clone, Debug, PartialEq)]
pub struct Symmetric {
    size: usize,
    cells: Vec<f64>,
}

/// The column of a matrix that follows from those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Singular(
    /// Number of the column, from 0.
    pub usize,
);

impl Symmetric {
    /// Makes a matrix from its cells; only those with `row >= column` are asked for.
    #[must_use]
    pub fn new(size: usize, cell: impl Fn(usize, usize) -> f64) -> Self {
        let mut matrix = Self { size, cells: vec![0.0; size * size] };
        for row in 0..size {
            for column in 0..=row {
                let value = cell(row, column);
                matrix.cells[row * size + column] = value;
                matrix.cells[column * size + row] = value;
            }
        }
        matrix
    }

    /// A cell.
    #[must_use]
    pub fn at(&self, row: usize, column: usize) -> f64 {
        self.cells[row * self.size + column]
    }

    /// Solves L·x = b for the Cholesky factor L of the rows and columns chosen; |x|² is then bᵀ·A⁻¹·b.
    ///
    /// # Errors
    /// If a chosen column follows from those chosen before it.
    pub fn half_solve(&self, chosen: &[usize], b: &[f64]) -> Result<Vec<f64>, Singular> {
        self.factor(chosen).map(|factor| forward(&factor, chosen.iter().map(|row| b[*row])))
    }

    /// Solves A·x = b.
    ///
    /// # Errors
    /// If a column follows from those before it.
    pub fn solve(&self, b: &[f64]) -> Result<Vec<f64>, Singular> {
        let all: Vec<usize> = (0..self.size).collect();
        let factor = self.factor(&all)?;
        let mut x = forward(&factor, b.iter().copied());
        for row in (0..self.size).rev() {
            for below in row + 1..self.size {
                x[row] -= factor[below][row] * x[below];
            }
            x[row] /= factor[row][row];
        }
        Ok(x)
    }

    /// Eigenvalues and eigenvectors, by Jacobi's rotations (Golub & Van Loan, Matrix Computations, 8.5): the vector of
    /// value k is column k.
    #[must_use]
    pub fn eigen(&self) -> (Vec<f64>, Vec<Vec<f64>>) {
        let size = self.size;
        let mut a: Vec<Vec<f64>> = (0..size).map(|row| (0..size).map(|column| self.at(row, column)).collect()).collect();
        let mut vectors: Vec<Vec<f64>> =
            (0..size).map(|row| (0..size).map(|column| f64::from(row == column)).collect()).collect();
        for _sweep in 0..100 {
            let off: f64 = (0..size).flat_map(|p| (p + 1..size).map(move |q| (p, q))).map(|(p, q)| a[p][q] * a[p][q]).sum();
            if off < 1e-30 {
                break;
            }
            for p in 0..size {
                for q in p + 1..size {
                    rotate(&mut a, &mut vectors, p, q);
                }
            }
        }
        ((0..size).map(|k| a[k][k]).collect(), vectors)
    }

    fn factor(&self, chosen: &[usize]) -> Result<Vec<Vec<f64>>, Singular> {
        let mut factor: Vec<Vec<f64>> = Vec::with_capacity(chosen.len());
        for (i, row) in chosen.iter().enumerate() {
            let mut line = Vec::with_capacity(i + 1);
            for (j, column) in chosen[..i].iter().enumerate() {
                let dot: f64 = line[..j].iter().zip(&factor[j]).map(|(a, b): (&f64, &f64)| a * b).sum();
                line.push((self.at(*row, *column) - dot) / factor[j][j]);
            }
            let pivot = self.at(*row, *row) - line.iter().map(|value| value * value).sum::<f64>();
            if pivot.is_nan() || pivot < LEAST_PIVOT {
                return Err(Singular(*row));
            }
            line.push(pivot.sqrt());
            factor.push(line);
        }
        Ok(factor)
    }
}

fn forward(factor: &[Vec<f64>], b: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut x: Vec<f64> = Vec::with_capacity(factor.len());
    for (line, b) in factor.iter().zip(b) {
        let dot: f64 = line.iter().zip(&x).map(|(a, x)| a * x).sum();
        x.push((b - dot) / line[x.len()]);
    }
    x
}

/// Brings the cell at (p, q) to 0.
fn rotate(a: &mut [Vec<f64>], vectors: &mut [Vec<f64>], p: usize, q: usize) {
    if a[p][q] == 0.0 {
        return;
    }
    let theta = (a[q][q] - a[p][p]) / (2.0 * a[p][q]);
    let t = 1.0_f64.copysign(theta) / (theta.abs() + theta.hypot(1.0));
    let c = 1.0 / t.hypot(1.0);
    let s = t * c;
    let turn = |first: f64, second: f64| (c * first - s * second, s * first + c * second);
    for line in a.iter_mut() {
        (line[p], line[q]) = turn(line[p], line[q]);
    }
    let (upper, lower) = a.split_at_mut(q);
    for (first, second) in upper[p].iter_mut().zip(&mut lower[0]) {
        (*first, *second) = turn(*first, *second);
    }
    for line in vectors.iter_mut() {
        (line[p], line[q]) = turn(line[p], line[q]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_system_of_equations_is_solved() {
        let matrix = Symmetric::new(2, |row, column| [[4.0, 2.0], [2.0, 3.0]][row][column]);
        let x = matrix.solve(&[10.0, 9.0]).unwrap();
        assert!((x[0] - 1.5).abs() < 1e-12 && (x[1] - 2.0).abs() < 1e-12, "{x:?}");
        let half = matrix.half_solve(&[0, 1], &[10.0, 9.0]).unwrap();
        assert!((half.iter().map(|x| x * x).sum::<f64>() - 33.0).abs() < 1e-12);
    }

    #[test]
    fn a_column_that_follows_from_others_is_named() {
        let twice = Symmetric::new(3, |row, column| [[1.0, 0.5, 1.0], [0.5, 1.0, 0.5], [1.0, 0.5, 1.0]][row][column]);
        assert_eq!(twice.solve(&[1.0, 1.0, 1.0]), Err(Singular(2)));
        assert_eq!(twice.half_solve(&[0, 2], &[1.0, 1.0, 1.0]), Err(Singular(2)));
        assert!(twice.half_solve(&[1, 2], &[1.0, 1.0, 1.0]).is_ok());
        assert_eq!(Symmetric::new(1, |_, _| f64::NAN).solve(&[1.0]), Err(Singular(0)));
    }

    proptest! {
        #[test]
        fn eigenvectors_put_the_matrix_together_again(cells in prop::collection::vec(-1.0..1.0_f64, 36)) {
            let matrix = Symmetric::new(6, |row, column| cells[row * 6 + column]);
            let (values, vectors) = matrix.eigen();
            for row in 0..6 {
                for column in 0..6 {
                    let sum: f64 = (0..6).map(|k| vectors[row][k] * values[k] * vectors[column][k]).sum();
                    prop_assert!((sum - matrix.at(row, column)).abs() < 1e-9);
                }
            }
        }
    }
}
