//! How far long work is, on a terminal that somebody looks at.

use super::job::Context;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::IsTerminal;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

/// Runs `work` with a bar on standard error, once it has taken a second.
pub(super) fn with_progress<T: Send>(context: &Context, work: impl FnOnce() -> T + Send) -> T {
    if context.quiet || !std::io::stderr().is_terminal() {
        return work();
    }
    std::thread::scope(|scope| {
        let (done, finished) = channel::<()>();
        scope.spawn(move || watch(context, &finished));
        let result = work();
        // The watcher may have ended by itself.
        let _ = done.send(());
        result
    })
}

fn watch(context: &Context, finished: &std::sync::mpsc::Receiver<()>) {
    if finished.recv_timeout(Duration::from_secs(1)) != Err(RecvTimeoutError::Timeout) {
        return;
    }
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
    if let Ok(style) = ProgressStyle::with_template("{wide_bar} {pos}/{len} {per_sec} ETA {eta}") {
        bar.set_style(style);
    }
    loop {
        let (done, of) = context.control.progress.read();
        bar.set_length(of);
        bar.set_position(done);
        if finished.recv_timeout(Duration::from_millis(100)) != Err(RecvTimeoutError::Timeout) {
            bar.finish_and_clear();
            return;
        }
    }
}
