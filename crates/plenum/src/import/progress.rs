//! The progress of a long task, on standard error: share done, rate, time left.

use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

/// Draws progress; one line that is rewritten on a terminal, a line every ten seconds elsewhere.
pub struct Progress {
    task: &'static str,
    unit: &'static str,
    total_bytes: u64,
    started: Instant,
    drawn: Instant,
    is_terminal: bool,
}

impl Progress {
    /// Begins. `total_bytes` of all files; `unit` is what is counted beside them.
    pub fn begin(task: &'static str, unit: &'static str, total_bytes: u64) -> Self {
        let now = Instant::now();
        Self { task, unit, total_bytes, started: now, drawn: now, is_terminal: std::io::stderr().is_terminal() }
    }

    /// Says how far it is, if enough time has passed since the last time.
    pub fn at(&mut self, bytes: u64, count: u64) {
        let pause = Duration::from_millis(if self.is_terminal { 200 } else { 10_000 });
        if self.drawn.elapsed() < pause {
            return;
        }
        self.drawn = Instant::now();
        let line = line(self.task, self.unit, bytes, self.total_bytes, count, self.started.elapsed());
        if self.is_terminal {
            eprint!("\r\x1b[K{line}")
        } else {
            eprintln!("{line}")
        }
        std::io::stderr().flush().ok(); // Nobody to tell if standard error itself is gone.
    }

    /// Takes the line away, before words that stay.
    pub fn clear(&self) {
        if self.is_terminal {
            eprint!("\r\x1b[K");
        }
    }
}

fn line(task: &str, unit: &str, bytes: u64, total: u64, count: u64, elapsed: Duration) -> String {
    let seconds = elapsed.as_secs_f64().max(0.001);
    let share = if total == 0 { 1.0 } else { (bytes as f64 / total as f64).min(1.0) };
    let left = if share > 0.0 { seconds / share - seconds } else { 0.0 };
    let filled = (share * 20.0).round() as usize;
    let bar: String = (0..20).map(|i| if i < filled { '█' } else { '░' }).collect();
    format!(
        "{task} {bar} {:3.0} %  {count} {unit}, {:.0}/s, {} left",
        share * 100.0,
        count as f64 / seconds,
        span(left)
    )
}

fn span(seconds: f64) -> String {
    let seconds = seconds.round() as u64;
    match seconds {
        0..=99 => format!("{seconds} s"),
        100..=5999 => format!("{} min", seconds.div_ceil(60)),
        _ => format!("{:.1} h", seconds as f64 / 3600.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_tells_share_rate_and_time_left() {
        let line = line("Importing", "documents", 25, 100, 50, Duration::from_secs(10));
        assert_eq!(line, "Importing █████░░░░░░░░░░░░░░░  25 %  50 documents, 5/s, 30 s left");
    }
}
