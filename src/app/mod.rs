//! Where keten meets its user: arguments, files, printing, time. Only here.

pub mod cli;
